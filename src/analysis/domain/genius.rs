//! Genius: a domain in one XML file (`negotiation_template`) and a profile in another for each party (`utility_space`), as in the
//! sets of the Automated Negotiating Agents Competition (Lin, Kraus, Baarslag, Tykhonov, Hindriks and Jonker 2014).
//!
//! What the figures mean follows the program itself (Genius 10, classes `AdditiveUtilitySpace`, `EvaluatorDiscrete` and
//! `AbstractUtilitySpace`):
//!
//! - Issues and weights belong together by their `index`, values by their text.
//! - An evaluation is divided by the largest of its issue, and times the weight. Where the largest is below 0.00001, the issue
//!   counts nothing.
//! - Weights are taken as they are written; a file's weights are not brought to a sum of 1. A utility above 1 counts as 1.
//! - Objectives inside objectives only group issues; weights of objectives are not applied.
//! - The reservation value is 0 where none is written. A discount factor is read and not applied.
//!
//! The program counts in floats, this one in fractions; they agree to about fifteen digits. Weights and evaluations below 0 are
//! refused: the program's own editor cannot write them.

use std::collections::HashSet;

use roxmltree::{Document, Node, ParsingOptions};

use super::{DomainError, Fault, Fraction, Issue, MOST_ISSUES, Profile, Topic};

/// More elements than any domain needs.
const MOST_NODES: u32 = 1_000_000;

/// What a file of Genius holds, by its outermost element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Domain,
    Profile,
}

/// What a file holds.
///
/// # Errors
/// When it is no XML, declares a document type, or is neither a domain nor a profile.
pub fn kind(text: &str) -> Result<Kind, DomainError> {
    let document = parsed(text)?;
    let root = document.root_element();
    match root.tag_name().name() {
        "negotiation_template" => Ok(Kind::Domain),
        "utility_space" => Ok(Kind::Profile),
        other => Err(fault(
            root,
            Fault::Form(format!(
                "<{other}> is neither a domain (<negotiation_template>) nor a profile (<utility_space>) of Genius"
            )),
        )),
    }
}

/// The issues of a domain file.
///
/// # Errors
/// When it is no XML or no discrete domain; the message says what, and where.
pub fn template(text: &str) -> Result<Template, DomainError> {
    let document = parsed(text)?;
    let root = expected(document.root_element(), "negotiation_template")?;
    let space = only(root, "utility_space")?;
    additive(space)?;
    let mut issues: Vec<(u64, Issue)> = Vec::new();
    for issue in issues_in(space)? {
        let items = children(issue, "item");
        let mut values: Vec<String> = Vec::new();
        let mut known = HashSet::new();
        for item in items {
            let value = attribute(item, "value")?;
            if !known.insert(value) {
                return Err(fault(item, twice(format!("value \"{value}\""))));
            }
            values.push(value.to_owned());
        }
        if values.is_empty() {
            return Err(fault(issue, missing(format!("a value of {}", told(issue)))));
        }
        let index = index(issue)?;
        if issues.iter().any(|(other, _)| *other == index) {
            return Err(fault(issue, twice(format!("issue index {index}"))));
        }
        if issues.len() == MOST_ISSUES {
            return Err(fault(issue, Fault::TooManyIssues));
        }
        let name = attribute(issue, "name")?.to_owned();
        if issues.iter().any(|(_, other)| other.name == name) {
            return Err(fault(issue, twice(told(issue))));
        }
        issues.push((index, Issue { name, values }));
    }
    if issues.is_empty() {
        return Err(fault(space, missing("an <issue>".to_owned())));
    }
    let objective = children(space, "objective").next();
    let name = objective.and_then(|objective| objective.attribute("name"));
    let (indices, issues) = issues.into_iter().unzip();
    Ok(Template { indices, topic: Topic { name: name.unwrap_or_default().to_owned(), issues } })
}

/// A domain with the indices by which profiles speak of its issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The index of each issue.
    pub indices: Vec<u64>,
    pub topic: Topic,
}

/// The profile of a party; `name` is what the party is called.
///
/// # Errors
/// When it is no XML, is not linear and additive, or does not fit the domain; the message says what, and where.
pub fn profile(text: &str, name: &str, domain: &Template) -> Result<Profile, DomainError> {
    let document = parsed(text)?;
    let space = expected(document.root_element(), "utility_space")?;
    let aside = additive(space)?;
    let mut found: Vec<(u64, Node<'_, '_>)> = Vec::new();
    for issue in issues_in(space)? {
        let index = index(issue)?;
        if found.iter().any(|(other, _)| *other == index) {
            return Err(fault(issue, twice(format!("issue index {index}"))));
        }
        if !domain.indices.contains(&index) {
            return Err(fault(issue, unknown(told(issue))));
        }
        found.push((index, issue));
    }
    let issues = domain.indices.iter().zip(&domain.topic.issues);
    let utilities = issues.map(|(index, issue)| {
        let node = found.iter().find(|(other, _)| other == index);
        let (_, node) = node.ok_or_else(|| fault(space, missing(of_issue(issue, *index))))?;
        utilities(*node, *index, issue)
    });
    Ok(Profile {
        name: name.to_owned(),
        utilities: utilities.collect::<Result<_, _>>()?,
        reservation: value_of(space, "reservation")?.unwrap_or(Fraction::ZERO),
        ceiling: Some(Fraction::ONE),
        discount: value_of(space, "discount_factor")?,
        aside,
    })
}

/// Weight times evaluation of each value of an issue.
fn utilities(node: Node<'_, '_>, index: u64, issue: &Issue) -> Result<Vec<Fraction>, DomainError> {
    if node.attribute("name").is_some_and(|name| name != issue.name) {
        let what = format!("{} (issue {index} of the domain is \"{}\")", told(node), issue.name);
        return Err(fault(node, unknown(what)));
    }
    let weight = weight(node, index, issue)?;
    let mut evaluations: Vec<Option<Fraction>> = vec![None; issue.values.len()];
    let places = issue.places();
    for item in children(node, "item") {
        let value = attribute(item, "value")?;
        let what = || format!("value \"{value}\" of {}", told(node));
        let slot = places.get(value).and_then(|place| evaluations.get_mut(*place));
        let slot = slot.ok_or_else(|| fault(item, unknown(what())))?;
        if slot.is_some() {
            return Err(fault(item, twice(what())));
        }
        let text = item.attribute("evaluation").filter(|text| *text != "null");
        let text = text.ok_or_else(|| fault(item, missing(format!("the evaluation of {}", what()))))?;
        *slot = Some(positive(item, format!("the evaluation of {}", what()), text)?);
    }
    let mut all = Vec::new();
    for (evaluation, value) in evaluations.into_iter().zip(&issue.values) {
        let what = || format!("value \"{value}\" of {}", told(node));
        all.push(evaluation.ok_or_else(|| fault(node, missing(what())))?);
    }
    weighed(weight, &all).ok_or_else(|| {
        let what = format!("weight times evaluation of {}", told(node));
        fault(node, Fault::Overflow { what })
    })
}

/// Evaluations divided by the largest, times the weight; `None` when it does not fit.
fn weighed(weight: Fraction, evaluations: &[Fraction]) -> Option<Vec<Fraction>> {
    let nothing = Fraction::new(1, 100_000)?;
    let mut largest = Fraction::ZERO;
    for evaluation in evaluations {
        if evaluation.is_above(largest)? {
            largest = *evaluation;
        }
    }
    if nothing.is_above(largest)? {
        return Some(vec![Fraction::ZERO; evaluations.len()]);
    }
    let weighed = evaluations.iter().map(|evaluation| evaluation.over(largest)?.times(weight));
    weighed.collect()
}

/// The weight of an issue, which is in the same objective.
fn weight(node: Node<'_, '_>, index: u64, issue: &Issue) -> Result<Fraction, DomainError> {
    let what = || format!("the weight of {}", of_issue(issue, index));
    let mut found = None;
    for weight in node.parent_element().into_iter().flat_map(|parent| children(parent, "weight")) {
        if self::index(weight)? != index {
            continue;
        }
        if found.is_some() {
            return Err(fault(weight, twice(what())));
        }
        found = Some(positive(weight, what(), attribute(weight, "value")?)?);
    }
    found.ok_or_else(|| fault(node, missing(what())))
}

/// The number in `value` of an element that a profile may have.
fn value_of(space: Node<'_, '_>, name: &str) -> Result<Option<Fraction>, DomainError> {
    let mut elements = children(space, name);
    let Some(element) = elements.next() else {
        return Ok(None);
    };
    if let Some(second) = elements.next() {
        return Err(fault(second, twice(format!("<{name}>"))));
    }
    let text = attribute(element, "value")?;
    number(element, format!("<{name}>"), text).map(Some)
}

fn parsed(text: &str) -> Result<Document<'_>, DomainError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| {
        if matches!(error, roxmltree::Error::DtdDetected) {
            let (line, column) = doctype(text);
            return Fault::Doctype.at(line, column);
        }
        let position = error.pos();
        Fault::Form(in_words(&error)).at(position.row, position.col)
    })
}

/// Where the document type is declared: the parser does not say.
fn doctype(text: &str) -> (u32, u32) {
    let before = text.split("<!DOCTYPE").next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (small(line), small(column))
}

fn in_words(error: &roxmltree::Error) -> String {
    match error {
        roxmltree::Error::UnknownEntityReference(name, _) => {
            format!("&{name}; is unknown, and entities are not resolved; write the character itself")
        }
        roxmltree::Error::MalformedEntityReference(_) => "a lone & is no XML; write &amp;".to_owned(),
        roxmltree::Error::NodesLimitReached => {
            format!("it has more than {MOST_NODES} elements")
        }
        other => format!("it is no well-formed XML: {other}"),
    }
}

/// Refuses a space that is not linear and additive, and everything that might make it so. Returns what was recognised and ignored.
fn additive(space: Node<'_, '_>) -> Result<Vec<String>, DomainError> {
    let kind = space.attribute("type").unwrap_or("linear");
    let uncertain = kind.eq_ignore_ascii_case("uncertain");
    if !uncertain && !kind.eq_ignore_ascii_case("linear") {
        return Err(fault(space, unsupported(format!("a utility space of type \"{kind}\""))));
    }
    let mut aside = Vec::new();
    for element in space.children().filter(Node::is_element) {
        match element.tag_name().name() {
            "objective" | "issue" | "weight" | "reservation" | "discount_factor" => {}
            // How uncertain an agent is of its own profile; the profile behind it is additive.
            name @ ("comparisons" | "errors" | "fixed_seed" | "experimental" | "elicitation_cost") => {
                aside.push(format!("<{name}>"));
            }
            other => return Err(fault(element, unsupported(format!("<{other}>")))),
        }
    }
    Ok(aside)
}

/// Every issue under a node, objectives inside objectives opened, in the order of the file.
fn issues_in<'a, 'i>(space: Node<'a, 'i>) -> Result<Vec<Node<'a, 'i>>, DomainError> {
    let mut issues = Vec::new();
    let objectives = space.descendants().filter(|node| {
        let parent = node.parent_element();
        let inside = |parent: Node<'_, '_>| parent == space || parent.has_tag_name("objective");
        node.is_element() && *node != space && parent.is_some_and(inside)
    });
    for node in objectives {
        match node.tag_name().name() {
            "issue" => {
                discrete(node)?;
                issues.push(node);
            }
            "objective" | "weight" => {}
            // The direct children of the space were checked before.
            _ if node.parent_element() == Some(space) => {}
            other => {
                return Err(fault(node, unsupported(format!("<{other}> in an objective"))));
            }
        }
    }
    Ok(issues)
}

/// Refuses an issue that is not discrete.
fn discrete(issue: Node<'_, '_>) -> Result<(), DomainError> {
    let kinds = ["type", "etype", "vtype"].into_iter().filter_map(|key| issue.attribute(key));
    if let Some(kind) = kinds.into_iter().find(|kind| *kind != "discrete") {
        return Err(fault(issue, unsupported(format!("{} of type \"{kind}\"", told(issue)))));
    }
    let mut inside = issue.children().filter(Node::is_element);
    match inside.find(|node| !node.has_tag_name("item")) {
        Some(other) => {
            let name = other.tag_name().name();
            Err(fault(other, unsupported(format!("<{name}> in {}", told(issue)))))
        }
        None => Ok(()),
    }
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

fn only<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Result<Node<'a, 'i>, DomainError> {
    let mut found = children(node, name);
    let first = found.next().ok_or_else(|| fault(node, missing(format!("<{name}>"))))?;
    match found.next() {
        Some(second) => Err(fault(second, twice(format!("<{name}>")))),
        None => Ok(first),
    }
}

fn expected<'a, 'i>(root: Node<'a, 'i>, name: &str) -> Result<Node<'a, 'i>, DomainError> {
    if root.has_tag_name(name) {
        return Ok(root);
    }
    let found = root.tag_name().name();
    Err(fault(root, Fault::Form(format!("it begins with <{found}>, not with <{name}>"))))
}

fn attribute<'a>(node: Node<'a, '_>, key: &str) -> Result<&'a str, DomainError> {
    let what = || format!("the attribute \"{key}\" of <{}>", node.tag_name().name());
    node.attribute(key).ok_or_else(|| fault(node, missing(what())))
}

fn index(node: Node<'_, '_>) -> Result<u64, DomainError> {
    let text = attribute(node, "index")?;
    text.trim().parse().map_err(|_| {
        let name = node.tag_name().name();
        fault(node, Fault::Form(format!("the index of <{name}> is \"{text}\", which is no whole number")))
    })
}

fn number(node: Node<'_, '_>, what: String, text: &str) -> Result<Fraction, DomainError> {
    Fraction::decimal(text).map_err(|error| {
        let text = text.to_owned();
        fault(node, Fault::Number { what, text, error })
    })
}

fn positive(node: Node<'_, '_>, what: String, text: &str) -> Result<Fraction, DomainError> {
    let number = number(node, what.clone(), text)?;
    if number.is_negative() {
        let (number, range) = (number.to_string(), "0 or more");
        return Err(fault(node, Fault::Range { what, number, range }));
    }
    Ok(number)
}

fn fault(node: Node<'_, '_>, fault: Fault) -> DomainError {
    let position = node.document().text_pos_at(node.range().start);
    fault.at(position.row, position.col)
}

/// An issue as the file calls it.
fn told(issue: Node<'_, '_>) -> String {
    match (issue.attribute("name"), issue.attribute("index")) {
        (Some(name), _) => format!("issue \"{name}\""),
        (None, Some(index)) => format!("issue {index}"),
        (None, None) => "an issue".to_owned(),
    }
}

fn of_issue(issue: &Issue, index: u64) -> String {
    format!("issue \"{}\" (index {index})", issue.name)
}

fn missing(what: String) -> Fault {
    Fault::Missing { what }
}

fn twice(what: String) -> Fault {
    Fault::Twice { what }
}

fn unknown(what: String) -> Fault {
    Fault::Unknown { what }
}

fn unsupported(what: String) -> Fault {
    Fault::Unsupported { what }
}
