//! The graph in Mermaid, which Markdown pages can show.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::scenario::links::Node;

use super::{Drawn, Shade};

/// The graph in the Mermaid language, grouped by issue.
pub fn mermaid(drawn: &Drawn<'_>) -> String {
    let (nodes, arrows) = drawn.graph();
    let scenario = drawn.scenario;
    let names: BTreeMap<Node, String> =
        nodes.iter().enumerate().map(|(index, node)| (*node, format!("n{index}"))).collect();
    let mut text = "flowchart LR\n".to_owned();
    for (number, issue) in scenario.issue_ids().enumerate() {
        let of: Vec<Node> = nodes.iter().copied().filter(|node| node.issue(scenario) == Some(issue)).collect();
        if of.is_empty() {
            continue;
        }
        // Writing to a string can't fail.
        let _ = writeln!(text, "  subgraph i{number}[{}]", quoted(&scenario.issue(issue).name));
        for node in of {
            one(drawn, &names, node, &mut text);
        }
        text.push_str("  end\n");
    }
    for node in nodes.iter().filter(|node| node.issue(scenario).is_none()) {
        one(drawn, &names, *node, &mut text);
    }
    for arrow in &arrows {
        let (Some(from), Some(to)) = (names.get(&arrow.from), names.get(&arrow.to)) else {
            continue;
        };
        let label = if arrow.label.is_empty() { String::new() } else { format!("|{}|", quoted(&arrow.label)) };
        let _ = writeln!(text, "  {from} -->{label} {to}");
    }
    for (shade, class) in CLASSES {
        let dashed = if shade == Shade::Never { ",stroke-dasharray:4 3" } else { "" };
        let _ =
            writeln!(text, "  classDef {class} fill:{},stroke:{},color:#1c2226{dashed}", shade.fill(), shade.line());
    }
    text
}

const CLASSES: [(Shade, &str); 6] = [
    (Shade::Uncounted, "uncounted"),
    (Shade::Never, "never"),
    (Shade::Rarely, "rarely"),
    (Shade::Sometimes, "sometimes"),
    (Shade::Often, "often"),
    (Shade::Mostly, "mostly"),
];

fn one(drawn: &Drawn<'_>, names: &BTreeMap<Node, String>, node: Node, text: &mut String) {
    let Some(name) = names.get(&node) else { return };
    let label = format!("{} {}\n{}", node.kind(drawn.scenario), drawn.title(node), node.label(drawn.scenario));
    let (open, close) = match node {
        Node::Move(_) => ("([", "])"),
        Node::Mark(_) | Node::Commitment(..) => ("{{", "}}"),
        _ => ("[", "]"),
    };
    let shade = drawn.counts.shade(node);
    let class = CLASSES.iter().find(|(other, _)| *other == shade).map_or("", |(_, class)| class);
    let _ = writeln!(text, "    {name}{open}{}{close}:::{class}", quoted(&label));
}

/// Escapes characters by number. Even inside quotation marks, Mermaid treats a backtick as the start of Markdown and
/// `%%{` as the start of a directive.
fn quoted(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '#' | '"' | '<' | '>' | '&' | '`' | '%' | '{' | '}' | '\\' => {
                // Writing to a string can't fail.
                let _ = write!(escaped, "#{};", u32::from(c));
            }
            '\n' => escaped.push_str("<br/>"),
            _ => escaped.push(c),
        }
    }
    format!("\"{escaped}\"")
}
