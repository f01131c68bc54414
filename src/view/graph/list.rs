//! What leads to a node, and what it leads to, as a plain list.

use std::fmt::Write as _;

use crate::scenario::links::{How, Link, Node};

use super::Drawn;

/// Lists the links to and from a node as text.
pub fn list(drawn: &Drawn<'_>, node: Node) -> String {
    let scenario = drawn.scenario;
    let mut text = format!("{}\n", named(drawn, node));
    match drawn.counts.of(node) {
        Some(0) => line(&mut text, &format!("  never, in {} games of bots", drawn.counts.games)),
        Some(times) => line(&mut text, &format!("  {times} times in {} games of bots", drawn.counts.games)),
        None => {}
    }
    let leads: Vec<&Link> = drawn.links.leading_to(node).filter(|link| !is_condition(link.how)).collect();
    section(&mut text, "What leads here", &leads, |link| format!("{} {}", named(drawn, link.from), link.how.words()));
    let asked = drawn.links.asked(scenario, node);
    if !asked.is_empty() {
        text.push_str("\nWhat it asks for\n");
    }
    for asked in &asked {
        line(&mut text, &format!("  {}", asked.written));
        let verb = if asked.not { "undone by" } else { "made by" };
        for link in &asked.makers {
            let other = if link.from == asked.node.unwrap_or(link.from) && link.how == How::Holds {
                link.to
            } else {
                link.from
            };
            line(&mut text, &format!("      {verb} {}", named(drawn, other)));
        }
        if asked.node.is_some() && asked.makers.is_empty() && !asked.not && needs_an_effect(asked.node) {
            line(&mut text, "      nothing makes it so");
        }
    }
    let out: Vec<&Link> = drawn.links.leading_from(node).filter(|link| !is_condition(link.how)).collect();
    section(&mut text, "Where it leads", &out, |link| format!("{} {}", link.how.words(), named(drawn, link.to)));
    let asking: Vec<&Link> = drawn.links.leading_from(node).filter(|link| is_condition(link.how)).collect();
    section(&mut text, "What asks for it", &asking, |link| match link.how {
        How::RuledOutBy => format!("{}, which asks that it is not so", named(drawn, link.to)),
        _ => named(drawn, link.to),
    });
    further(drawn, &out, &mut text);
    text
}

/// Lists what each mark and commitment leads on to: the conditions that ask for it.
fn further(drawn: &Drawn<'_>, out: &[&Link], text: &mut String) {
    for made in out.iter().filter(|link| matches!(link.to, Node::Mark(_) | Node::Commitment(..))) {
        let asks = drawn.links.leading_from(made.to);
        let asks: Vec<&Link> = asks.filter(|link| is_condition(link.how)).collect();
        let head = format!("Through {}", made.to.id(drawn.scenario));
        section(text, &head, &asks, |asks| {
            let verb = match (made.how.undoes(), asks.how) {
                (false, How::AskedBy) | (true, How::RuledOutBy) => "opens",
                _ => "closes",
            };
            format!("{verb} {}", named(drawn, asks.to))
        });
    }
}

fn section(text: &mut String, head: &str, links: &[&Link], say: impl Fn(&Link) -> String) {
    if links.is_empty() {
        return;
    }
    let _ = write!(text, "\n{head}\n");
    for link in links {
        line(text, &format!("  {}", say(link)));
    }
}

const fn is_condition(how: How) -> bool {
    matches!(how, How::AskedBy | How::RuledOutBy)
}

/// Whether only an effect can make a condition on this node true, as for a mark or commitment.
const fn needs_an_effect(node: Option<Node>) -> bool {
    matches!(node, Some(Node::Mark(_) | Node::Commitment(..)))
}

fn named(drawn: &Drawn<'_>, node: Node) -> String {
    let (id, label) = (node.id(drawn.scenario), node.label(drawn.scenario));
    let kind = node.kind(drawn.scenario);
    if label == id { format!("{kind} {id}") } else { format!("{kind} {id}: {label}") }
}

/// Appends a line, wrapped at 80 columns with a hanging indent.
fn line(text: &mut String, content: &str) {
    let indent = content.len() - content.trim_start().len();
    let rest = " ".repeat(indent + 4);
    let options = textwrap::Options::new(80)
        .subsequent_indent(&rest)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for line in textwrap::wrap(content, options) {
        text.push_str(&line);
        text.push('\n');
    }
}
