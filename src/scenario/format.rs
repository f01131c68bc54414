//! The format number of a file. It is read from the text before the file is parsed, so that a field this program
//! doesn't know can't hide that the file needs a newer program.

use std::ops::Range;

use super::tree::{Kind, Lexer, Token};

/// Why a file in a newer format is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("needs a newer program (format {format}; this one reads up to {reads})")]
pub struct Newer {
    /// As written in the file.
    pub format: String,
    /// The newest format this program reads.
    pub reads: u32,
}

/// Refuses a file whose format is newer than the newest that this program reads. A file without a format number passes.
///
/// # Errors
/// When the file needs a newer program.
pub fn refuse_newer(text: &str, reads: u32) -> Result<(), Newer> {
    /// Longest number to repeat in a message.
    const SHOWN: usize = 20;
    let Some(written) = number_of_format(text).and_then(|bytes| text.get(bytes)) else { return Ok(()) };
    // A number too large for `u64` is newer too.
    let is_newer = match ron::from_str::<u64>(written) {
        Ok(format) => format > u64::from(reads),
        Err(_) => written.bytes().all(|byte| byte.is_ascii_digit()),
    };
    if is_newer { Err(Newer { format: written.chars().take(SHOWN).collect(), reads }) } else { Ok(()) }
}

/// The name before the brackets of a file's outermost form, such as `Journal`.
pub fn form_name(text: &str) -> Option<&str> {
    let mut tokens = Lexer::new(text, 0).filter(|token| !matches!(token.kind, Kind::Comment(_))).peekable();
    let mut depth = 0_usize;
    while let Some(token) = tokens.next() {
        if token.opens() {
            depth += 1;
        } else if token.closes() {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && token.kind == Kind::Word {
            let opens = tokens.peek().is_some_and(Token::opens);
            return opens.then(|| token.inside(text));
        }
    }
    None
}

/// Bytes of the number after `format:` in a file's outermost form.
pub(super) fn number_of_format(text: &str) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let mut before: [Option<Token>; 2] = [None, None];
    for token in Lexer::new(text, 0).filter(|token| !matches!(token.kind, Kind::Comment(_))) {
        if token.opens() {
            depth += 1;
        } else if token.closes() {
            depth = depth.saturating_sub(1);
        }
        if let [Some(name), Some(colon)] = before
            && depth == 1
            && token.kind == Kind::Number
            && colon.is(':')
            && name.kind == Kind::Word
            && name.inside(text) == "format"
        {
            return Some(token.start..token.end);
        }
        before = [before[1], Some(token)];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<&str> {
        number_of_format(text).and_then(|bytes| text.get(bytes))
    }

    #[test]
    fn only_the_outermost_form_says_the_format() {
        assert_eq!(number("// format: 7 is a remark\nScenario(\n  format: 12, // format: 9\n)"), Some("12"));
        assert_eq!(
            number("#![enable(implicit_some)]\nA(/* format: 7 */ t: \"format: 8\", b: B(format: 9), format: 3)"),
            Some("3")
        );
        assert_eq!(number("\u{feff}(format:\n4, new: [Field(1, {\"a\": 'b'})])"), Some("4"));
        assert_eq!(number("A(b: B(format: 9))"), None);
        assert_eq!(number("A(format: \"3\")"), None);
        assert_eq!(number(""), None);
    }

    #[test]
    fn the_outermost_form_is_named() {
        let name = "#![enable(implicit_some)]\n// Play(\nJournal(steps: [Say(a: 1)])";
        assert_eq!(form_name(name), Some("Journal"));
        for nameless in ["(a: B(c: 1))", "", "shopping list", "[Play(a: 1)]"] {
            assert_eq!(form_name(nameless), None, "{nameless}");
        }
    }

    #[test]
    fn a_newer_format_is_refused_by_number_whatever_else_the_file_holds() {
        let refused = |text: &str| refuse_newer(text, 2).err().map(|newer| newer.to_string());
        let message = |format: &str| Some(format!("needs a newer program (format {format}; this one reads up to 2)"));
        assert_eq!(refused("A(format: 3, brand_new: Foo(1, 2), \"unclosed"), message("3"));
        assert_eq!(refused("A(format: 0x10)"), message("0x10"));
        assert_eq!(refused(&format!("A(format: {})", "9".repeat(1_000))), message(&"9".repeat(20)));
        for known in ["A(format: 2)", "A(format: 1)", "A(a: 3)", "A(format: -3)", "A(format: 3.5)", "A(format: many)"] {
            assert_eq!(refused(known), None, "{known}");
        }
    }
}
