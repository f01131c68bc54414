//! Writes the graph for Graphviz.

use std::fmt::Write as _;

use crate::scenario::links::Node;

use super::{Drawn, Shade};

/// The graph in the Graphviz language, grouped by issue.
pub fn dot(drawn: &Drawn<'_>) -> String {
    let (nodes, arrows) = drawn.graph();
    let scenario = drawn.scenario;
    let mut text = format!("digraph {} {{\n", quoted(&scenario.id));
    text.push_str("  rankdir=LR; node [shape=box, style=\"filled\", fontname=\"Helvetica\", fontsize=10];\n");
    text.push_str("  edge [fontname=\"Helvetica\", fontsize=8, color=\"#7d8790\"];\n");
    for issue in scenario.issue_ids() {
        let of: Vec<Node> = nodes.iter().copied().filter(|node| node.issue(scenario) == Some(issue)).collect();
        if of.is_empty() {
            continue;
        }
        let issue = scenario.issue(issue);
        // Writing to a string can't fail.
        let _ = writeln!(text, "  subgraph {} {{", quoted(&format!("cluster_{}", issue.id)));
        let _ = writeln!(text, "    label={}; color=\"#c9cdd1\";", quoted(&issue.name));
        for node in of {
            let _ = writeln!(text, "    {}", one(drawn, node));
        }
        text.push_str("  }\n");
    }
    for node in nodes.iter().filter(|node| node.issue(scenario).is_none()) {
        let _ = writeln!(text, "  {}", one(drawn, *node));
    }
    for arrow in &arrows {
        let label = if arrow.label.is_empty() { String::new() } else { format!(" [label={}]", quoted(&arrow.label)) };
        let _ = writeln!(text, "  {} -> {}{label};", name(drawn, arrow.from), name(drawn, arrow.to));
    }
    text + "}\n"
}

fn one(drawn: &Drawn<'_>, node: Node) -> String {
    let shade = drawn.counts.shade(node);
    let shape = match node {
        Node::Move(_) => "cds",
        Node::Stance(_) => "note",
        Node::Mark(_) | Node::Commitment(..) => "ellipse",
        _ => "box",
    };
    let dashed = if shade == Shade::Never { ",dashed" } else { "" };
    let wrapped = textwrap::fill(&node.label(drawn.scenario), 34);
    let label = format!("{} {}\n{wrapped}", node.kind(drawn.scenario), drawn.title(node));
    format!(
        "{} [label={}, shape={shape}, style=\"filled{dashed}\", fillcolor=\"{}\", color=\"{}\"];",
        name(drawn, node),
        quoted(&label),
        shade.fill(),
        shade.line(),
    )
}

/// A node's name. Ids are unique only within their kind, so the name includes the kind.
fn name(drawn: &Drawn<'_>, node: Node) -> String {
    quoted(&format!("{}:{}", node.kind(drawn.scenario), node.id(drawn.scenario)))
}

fn quoted(text: &str) -> String {
    // Graphviz decodes HTML entities in quoted text.
    let escaped = text.replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
