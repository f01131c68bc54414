//! The pieces of a file that cannot be read: texts, words, numbers and marks with their bytes. Forgiving where the reader of
//! RON is not, so that a fault can be told for what it is.

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `"..."` or `r"..."`; whether it is closed.
    Text(bool),
    /// `“...”` on one line.
    Curly,
    /// `'...'` with more or less than one letter.
    Single,
    /// `'x'`.
    Letter,
    /// `// ...` or `/* ... */`; whether it is closed.
    Comment(bool),
    /// `# ...` to the end of the line.
    Hash,
    /// A name.
    Word,
    /// A number.
    Number,
    /// Any other character.
    Mark(char),
}

/// A piece with its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
}

impl Token {
    /// Whether it is this mark.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a text in straight quotation marks.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_))
    }

    /// What it says, without quotation marks.
    pub(super) fn inside<'t>(&self, text: &'t str) -> &'t str {
        let whole = text.get(self.start..self.end).unwrap_or_default();
        match self.kind {
            Kind::Text(_) | Kind::Single | Kind::Letter | Kind::Curly => {
                let mut chars = whole.chars();
                chars.next();
                if self.kind != Kind::Text(false) {
                    chars.next_back();
                }
                chars.as_str()
            }
            _ => whole,
        }
    }
}

/// Opening curly quotation marks. The German closing one is the English opening one, so all of them can do both.
const CURLY: [char; 5] = ['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'];

/// Whether it is a curly quotation mark.
pub(super) fn is_curly(c: char) -> bool {
    CURLY.contains(&c)
}

/// White space for the reader of RON.
fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

/// The pieces of a text, comments among them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        if is_space(c) {
            at += c.len_utf8();
            continue;
        }
        let (kind, length) = next(rest, c);
        let end = at + length.max(c.len_utf8());
        found.push(Token { kind, start: at, end });
        at = end;
    }
    found
}

/// The piece that begins a text, and how many bytes it has.
fn next(rest: &str, first: char) -> (Kind, usize) {
    let line = rest.lines().next().unwrap_or_default().len();
    match first {
        '"' => quoted(rest, 0),
        'r' if raw(rest).is_some() => raw(rest).unwrap_or((Kind::Word, 1)),
        '/' if rest.starts_with("//") => (Kind::Comment(true), line),
        '/' if rest.starts_with("/*") => block(rest),
        '#' if !rest.starts_with("#!") => (Kind::Hash, line),
        '\'' => single(rest.get(..line).unwrap_or(rest)),
        c if is_curly(c) => curly(rest.get(..line).unwrap_or(rest), c),
        c if c.is_alphabetic() || c == '_' => (Kind::Word, run(rest, |c| c.is_alphanumeric() || c == '_')),
        '0'..='9' => (Kind::Number, number(rest, 0)),
        '+' | '-' if rest.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())) => {
            (Kind::Number, number(rest, 1))
        }
        c => (Kind::Mark(c), c.len_utf8()),
    }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn number(rest: &str, sign: usize) -> usize {
    let digits = rest.get(sign..).unwrap_or_default();
    sign + run(digits, |c| c.is_alphanumeric() || c == '_' || c == '.')
}

/// A text in straight marks, after `before` bytes of it that are certain.
fn quoted(rest: &str, before: usize) -> (Kind, usize) {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip_while(|(at, _)| *at <= before) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (Kind::Text(true), at + 1),
            _ => {}
        }
    }
    (Kind::Text(false), rest.len())
}

/// `r"..."` and `r#"..."#`.
fn raw(rest: &str) -> Option<(Kind, usize)> {
    let hashes = run(rest.get(1..)?, |c| c == '#');
    let body = rest.get(1 + hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let begun = 2 + hashes;
    Some(match body.find(&end) {
        Some(at) => (Kind::Text(true), begun + at + end.len()),
        None => (Kind::Text(false), rest.len()),
    })
}

fn block(rest: &str) -> (Kind, usize) {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(ahead) = rest.get(at..).filter(|ahead| !ahead.is_empty()) {
        if ahead.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if ahead.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return (Kind::Comment(true), at);
            }
        } else {
            at += ahead.chars().next().map_or(1, char::len_utf8);
        }
    }
    (Kind::Comment(false), rest.len())
}

fn single(line: &str) -> (Kind, usize) {
    let body = line.get(1..).unwrap_or_default();
    let letter = body.chars().next().filter(|c| *c != '\'' && *c != '\\');
    if let Some(letter) = letter
        && body.get(letter.len_utf8()..).is_some_and(|r| r.starts_with('\''))
    {
        return (Kind::Letter, 2 + letter.len_utf8());
    }
    if body.starts_with('\\') {
        return match body.get(2..).and_then(|rest| rest.find('\'')) {
            Some(at) => (Kind::Letter, at + 4),
            None => (Kind::Mark('\''), 1),
        };
    }
    match body.find('\'') {
        Some(at) => (Kind::Single, at + 2),
        None => (Kind::Mark('\''), 1),
    }
}

/// A text in curly marks ends at the last mark before the line goes on with a comma or a bracket.
fn curly(line: &str, first: char) -> (Kind, usize) {
    let ends = |at: usize, c: char| {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default().trim_start();
        after.is_empty() || after.starts_with([',', ')', ']', '}', ':'])
    };
    let mut marks = line.char_indices().filter(|(at, c)| *at >= first.len_utf8() && (is_curly(*c) || *c == '"'));
    match marks.find(|(at, c)| ends(*at, *c)) {
        Some((at, c)) => (Kind::Curly, at + c.len_utf8()),
        None => (Kind::Mark(first), first.len_utf8()),
    }
}

/// The bracket inside which a byte stands, by its number.
pub(super) fn bracket_around(pieces: &[Token], byte: usize) -> Option<usize> {
    let mut open = Vec::new();
    for (index, token) in pieces.iter().enumerate() {
        if token.start >= byte {
            break;
        }
        match token.kind {
            Kind::Mark('(' | '[' | '{') => open.push(index),
            Kind::Mark(')' | ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// Bytes of the value of a field in the form that stands around a byte.
pub(super) fn field(text: &str, byte: usize, name: &str) -> Option<std::ops::Range<usize>> {
    let pieces = tokens(text);
    let inside = pieces.get(bracket_around(&pieces, byte)? + 1..)?;
    let mut depth = 0_usize;
    let mut found: Option<std::ops::Range<usize>> = None;
    for (index, token) in inside.iter().enumerate() {
        match token.kind {
            Kind::Mark(')' | ']' | '}') if depth == 0 => break,
            Kind::Mark(',') if depth == 0 && found.is_some() => break,
            Kind::Mark(')' | ']' | '}') => depth -= 1,
            Kind::Mark('(' | '[' | '{') => depth += 1,
            _ => {}
        }
        let before = |back: usize| inside.get(index.checked_sub(back)?);
        let begins = depth <= 1
            && found.is_none()
            && before(1).is_some_and(|colon| colon.is(':'))
            && before(2).is_some_and(|n| n.kind == Kind::Word && n.inside(text) == name);
        if begins {
            found = Some(token.start..token.end);
        } else if let Some(value) = &mut found
            && !matches!(token.kind, Kind::Comment(_))
        {
            value.end = token.end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        tokens(text).iter().map(|token| token.kind).collect()
    }

    #[test]
    fn pieces_are_told_apart() {
        let text = "Move(id: \"a\\\"b\", n: -5, mark: 'F', // so\n)";
        assert_eq!(
            kinds(text),
            [
                Kind::Word,
                Kind::Mark('('),
                Kind::Word,
                Kind::Mark(':'),
                Kind::Text(true),
                Kind::Mark(','),
                Kind::Word,
                Kind::Mark(':'),
                Kind::Number,
                Kind::Mark(','),
                Kind::Word,
                Kind::Mark(':'),
                Kind::Letter,
                Kind::Mark(','),
                Kind::Comment(true),
                Kind::Mark(')'),
            ]
        );
    }

    #[test]
    fn the_value_of_a_field_is_found_in_its_own_form() {
        let text = "A(x: B(line: 1), q: C(words: \"w\", line: 12 /* so */, to: [1, (2)]), line: 3)";
        let at = text.find("words").unwrap();
        let found = |name| field(text, at, name).and_then(|range| text.get(range));
        assert_eq!(found("line"), Some("12"));
        assert_eq!(found("to"), Some("[1, (2)]"));
        assert_eq!(found("x"), None);
        assert_eq!(field(text, 0, "line"), None);
    }

    #[test]
    fn what_is_not_closed_goes_to_the_end() {
        assert_eq!(kinds("\"a"), [Kind::Text(false)]);
        assert_eq!(kinds("r#\"a\""), [Kind::Text(false)]);
        assert_eq!(kinds("/* a"), [Kind::Comment(false)]);
        assert_eq!(kinds("“a”, “b"), [Kind::Curly, Kind::Mark(','), Kind::Mark('“'), Kind::Word]);
        assert_eq!(kinds("'don't'"), [Kind::Single, Kind::Word, Kind::Mark('\'')]);
    }

    #[test]
    fn pieces_never_overlap_and_lie_on_whole_characters() {
        for text in ["", "é\"é", "'", "'\\", "'\\'", "r#", "“", "«»", "-", "#", "/", "/**/*/", "\u{feff}a"] {
            let mut last = 0;
            for token in tokens(text) {
                assert!(token.start >= last && token.end > token.start, "{text}");
                assert!(text.get(token.start..token.end).is_some(), "{text}");
                last = token.end;
            }
        }
    }
}
