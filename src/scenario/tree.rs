//! Tokens of a RON text, each with the brackets around it. The lexer accepts more than RON does, so that a mistake can
//! be named. All of it takes linear time.

use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `"..."` or `r"..."`. The flag says whether it is closed.
    Text(bool),
    /// `“...”` on one line.
    Curly,
    /// `'...'` with any number of characters but one.
    Single,
    /// A character literal, such as `'x'`.
    Letter,
    /// `// ...` or `/* ... */`. The flag says whether it is closed.
    Comment(bool),
    /// `# ...` up to the end of the line.
    Hash,
    Word,
    Number,
    Mark(char),
}

/// A token, its byte range, and its position in the nesting of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Index of the innermost open bracket around this token. For a closing bracket, the one around the whole pair.
    around: Option<usize>,
    /// For a bracket, the index of the other one of its pair.
    pub(super) pair: Option<usize>,
}

impl Token {
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text(_))
    }

    pub(super) fn opens(&self) -> bool {
        matches!(self.kind, Kind::Mark('(' | '[' | '{'))
    }

    pub(super) fn closes(&self) -> bool {
        matches!(self.kind, Kind::Mark(')' | ']' | '}'))
    }

    /// Its text, without quotation marks.
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

    /// Whether this string seems to be missing its closing quotation mark: it spans several lines, and what follows
    /// can't come after a string.
    pub(super) fn is_unclosed(&self, next: Option<&Token>, text: &str) -> bool {
        if !self.is_text() || text.get(self.start..).is_some_and(|t| t.starts_with('r')) {
            return self.kind == Kind::Text(false);
        }
        let follows = next.is_none_or(|next| {
            let between = text.get(self.end..next.start).unwrap_or_default();
            matches!(next.kind, Kind::Mark(',' | ')' | ']' | '}' | ':') | Kind::Comment(_)) || between.contains('\n')
        });
        self.kind == Kind::Text(false) || (!follows && self.inside(text).contains('\n'))
    }
}

/// The tokens of a text, each linked to the brackets around it.
pub(super) struct Tree<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// Index of the innermost bracket still open at the end.
    open: Option<usize>,
}

impl<'t> Tree<'t> {
    /// Tokenises a text, leaving out comments that are closed.
    pub(super) fn new(text: &'t str) -> Self {
        Self::of(text, Lexer::new(text, 0).filter(|token| token.kind != Kind::Comment(true)).collect())
    }

    /// Finds the bracket around each token. A closing bracket of any kind closes the last one opened.
    pub(super) fn of(text: &'t str, mut tokens: Vec<Token>) -> Self {
        let mut open: Option<usize> = None;
        for index in 0..tokens.len() {
            let Some(token) = tokens.get(index).copied() else { break };
            let (mut around, mut pair) = (open, None);
            if token.opens() {
                open = Some(index);
            } else if token.closes() {
                pair = open;
                around = open.and_then(|first| tokens.get(first)?.around);
                open = around;
                if let Some(first) = pair.and_then(|first| tokens.get_mut(first)) {
                    first.pair = Some(index);
                }
            }
            if let Some(token) = tokens.get_mut(index) {
                (token.around, token.pair) = (around, pair.or(token.pair));
            }
        }
        Self { text, tokens, open }
    }

    pub(super) fn get(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    pub(super) fn says(&self, token: &Token) -> &'t str {
        token.inside(self.text)
    }

    /// Index of the innermost bracket that is open at a byte.
    pub(super) fn bracket_around(&self, byte: usize) -> Option<usize> {
        match self.get(self.tokens.partition_point(|token| token.start < byte)) {
            Some(token) if token.closes() => token.pair,
            Some(token) => token.around,
            None => self.open,
        }
    }

    /// The first string that seems to be missing its closing quotation mark.
    pub(super) fn unclosed(&self) -> Option<&Token> {
        let mut tokens = self.tokens.iter().enumerate();
        tokens.find(|(index, token)| token.is_unclosed(self.get(index + 1), self.text)).map(|(_, token)| token)
    }

    /// Byte range of a field's value, in the form around a byte.
    pub(super) fn field(&self, byte: usize, name: &str) -> Option<Range<usize>> {
        let open = self.bracket_around(byte)?;
        let children: Vec<&Token> = self.tokens.iter().skip(open).filter(|token| token.around == Some(open)).collect();
        let named = |three: &&[&Token]| match three {
            [word, colon, _] => word.kind == Kind::Word && self.says(word) == name && colon.is(':'),
            _ => false,
        };
        let value = children.windows(3).position(|three| named(&three))? + 2;
        let value = children.get(value..)?.iter().take_while(|token| !token.is(','));
        let mut value = value.filter(|token| !matches!(token.kind, Kind::Comment(_)));
        let first = value.next()?;
        Some(first.start..value.last().unwrap_or(first).end)
    }
}

/// Byte range of a field's value, in the form around a byte of `text`.
pub(super) fn field(text: &str, byte: usize, name: &str) -> Option<Range<usize>> {
    Tree::new(text).field(byte, name)
}

/// Whether this is a curly quotation mark that can open a string. The German closing mark is the English opening one,
/// so each of these can also close one.
pub(super) fn is_curly(c: char) -> bool {
    matches!(c, '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

/// Characters that the RON parser treats as white space.
pub(super) fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

/// Cuts a text into tokens, including comments.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// A range already searched in vain for a curly mark that ends a string; saves searching the same line again.
    no_curly_end: Range<usize>,
}

impl<'t> Lexer<'t> {
    /// A lexer that starts at byte `at`.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, no_curly_end: 0..0 }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.text.get(self.at..)?;
        let spaces = run(rest, is_space);
        self.at += spaces;
        let rest = rest.get(spaces..)?;
        let first = rest.chars().next()?;
        let (kind, length) = self.token(rest, first);
        let start = self.at;
        self.at += length.max(first.len_utf8());
        Some(Token { kind, start, end: self.at, around: None, pair: None })
    }
}

impl Lexer<'_> {
    /// Kind and length in bytes of the token at the head of `rest`.
    fn token(&mut self, rest: &str, first: char) -> (Kind, usize) {
        let other = (Kind::Mark(first), first.len_utf8());
        match first {
            '"' => quoted(rest),
            'r' => raw(rest).unwrap_or_else(|| (Kind::Word, word(rest))),
            '/' if rest.starts_with("//") => (Kind::Comment(true), line(rest).len()),
            '/' if rest.starts_with("/*") => block(rest.as_bytes()),
            '#' if !rest.starts_with("#!") => (Kind::Hash, line(rest).len()),
            '\'' => single(rest).unwrap_or(other),
            c if is_curly(c) => self.curly(rest).unwrap_or(other),
            c if c.is_alphabetic() || c == '_' => (Kind::Word, word(rest)),
            '0'..='9' => (Kind::Number, number(rest, 0)),
            '+' | '-' if rest.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit())) => {
                (Kind::Number, number(rest, 1))
            }
            _ => other,
        }
    }

    /// A string in curly marks. It ends at the first curly or straight mark followed by the end of the line, a comma,
    /// a colon or a closing bracket.
    fn curly(&mut self, rest: &str) -> Option<(Kind, usize)> {
        if self.no_curly_end.contains(&self.at) {
            return None;
        }
        let line = line(rest);
        let mut marks = line.char_indices().skip(1).filter(|(_, c)| is_curly(*c) || *c == '"');
        let end = marks
            .find(|(at, c)| ends_text(line.get(at + c.len_utf8()..).unwrap_or_default(), &[',', ')', ']', '}', ':']));
        if end.is_none() {
            self.no_curly_end = self.at..self.at + line.len();
        }
        let (at, c) = end?;
        Some((Kind::Curly, at + c.len_utf8()))
    }
}

/// Whether a string could have ended just before `after`: nothing follows on the line, or one of these marks does.
pub(super) fn ends_text(after: &str, marks: &[char]) -> bool {
    let after = after.trim_start();
    after.is_empty() || after.starts_with(marks)
}

/// The first line of a text, without its line ending.
pub(super) fn line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn word(rest: &str) -> usize {
    run(rest, |c| c.is_alphanumeric() || c == '_')
}

fn number(rest: &str, sign: usize) -> usize {
    let digits = rest.get(sign..).unwrap_or_default();
    sign + run(digits, |c| c.is_alphanumeric() || c == '_' || c == '.')
}

fn quoted(rest: &str) -> (Kind, usize) {
    let mut escaped = false;
    let end = rest.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or((Kind::Text(false), rest.len()), |length| (Kind::Text(true), length + 2))
}

/// `r"..."` and `r#"..."#`.
fn raw(rest: &str) -> Option<(Kind, usize)> {
    let hashes = run(rest.get(1..)?, |c| c == '#');
    let body = rest.get(1 + hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(match body.find(&end) {
        Some(at) => (Kind::Text(true), 2 + hashes + at + end.len()),
        None => (Kind::Text(false), rest.len()),
    })
}

/// `/* ... */`, possibly nested.
pub(super) fn block(bytes: &[u8]) -> (Kind, usize) {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(two) = bytes.get(at..at + 2) {
        match two {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" if depth == 1 => return (Kind::Comment(true), at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    (Kind::Comment(false), bytes.len())
}

/// `'x'`, or a string in single quotation marks on one line.
fn single(rest: &str) -> Option<(Kind, usize)> {
    let body = rest.get(1..)?;
    let end = |from: usize| {
        let found = body.get(from..)?.find(['\'', '\n'])? + from;
        body.get(found..)?.starts_with('\'').then_some(found)
    };
    let letter = body.chars().next()?;
    if letter == '\\' {
        return Some((Kind::Letter, end(2)? + 2));
    }
    let length = end(0)?;
    let kind = if length == letter.len_utf8() && letter != '\'' { Kind::Letter } else { Kind::Single };
    Some((kind, length + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        Lexer::new(text, 0).map(|token| token.kind).collect()
    }

    #[test]
    fn kinds_of_tokens_are_distinguished() {
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
    fn an_unclosed_text_reaches_to_the_end() {
        assert_eq!(kinds("\"a"), [Kind::Text(false)]);
        assert_eq!(kinds("r#\"a\""), [Kind::Text(false)]);
        assert_eq!(kinds("/* a"), [Kind::Comment(false)]);
        assert_eq!(kinds("“a”, “b"), [Kind::Curly, Kind::Mark(','), Kind::Mark('“'), Kind::Word]);
        assert_eq!(kinds("'don't'"), [Kind::Single, Kind::Word, Kind::Mark('\'')]);
    }

    #[test]
    fn tokens_never_overlap_and_hold_whole_characters() {
        for text in ["", "é\"é", "'", "'\\", "'\\'", "r#", "“", "«»", "-", "#", "/", "/**/*/", "\u{feff}a"] {
            let mut last = 0;
            for token in Lexer::new(text, 0) {
                assert!(token.start >= last && token.end > token.start, "{text}");
                assert!(text.get(token.start..token.end).is_some(), "{text}");
                last = token.end;
            }
        }
    }
}
