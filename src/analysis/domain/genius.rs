//! Reads Genius files: an XML file with a domain (`negotiation_template`), and one with a profile for each party
//! (`utility_space`). The domains of the Automated Negotiating Agents Competition have this form (Lin, Kraus,
//! Baarslag, Tykhonov, Hindriks and Jonker 2014).
//!
//! The numbers have the same meaning as in Genius 10 (classes `AdditiveUtilitySpace`, `EvaluatorDiscrete` and
//! `AbstractUtilitySpace`):
//!
//! - Issues and weights are matched by their `index`, values by their text.
//! - An evaluation is divided by the largest of its issue and multiplied by the weight. If the largest is below
//!   0.00001, the issue doesn't count.
//! - Weights are used as written and not normalised to a sum of 1. A utility above 1 counts as 1.
//! - Nested objectives only group issues. Their weights are ignored.
//! - The values of an integer issue are all integers in its range. Its evaluator gives `offset`, plus `slope` for each
//!   1 above the lower bound. That of a real issue gives `parameter0`, plus `parameter1` for each 1 above 0. Both are
//!   clamped to between 0 and 1 and not divided by the largest. A real issue is represented by 21 evenly spaced
//!   values.
//! - Elements that Genius ignores are ignored and listed.
//! - The default reservation value is 0. A discount factor is read but not applied.
//!
//! Genius computes with floats and this module with fractions. They agree to about fifteen digits. Negative weights
//! and evaluations are refused; the Genius editor can't write them.

use std::collections::HashSet;

use num_traits::{Signed as _, Zero as _};
use roxmltree::{Document, Node};

use super::aside::Aside;
use super::evaluator::{Evaluator, Range, numbers};
use super::{DomainError, Fault, Fraction, Issue, MOST_ISSUES, MOST_NAME, Profile, Topic, decimal, exact, scale, xml};

/// What a Genius file contains, according to its root element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Domain,
    Profile,
}

/// Elements that occur only in utility spaces that aren't additive.
const NONLINEAR: [&str; 5] = ["utility_function", "ufun", "hyperRectangle", "constraint", "constraints"];

/// Tells whether a file is a domain or a profile.
///
/// # Errors
/// If it isn't XML, declares a document type, or is neither.
pub fn kind(text: &str) -> Result<Kind, DomainError> {
    let kind = |document: &Document<'_>| {
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
    };
    xml::read(text, kind).map(|(kind, _)| kind)
}

/// A domain, with the indices that profiles use for its issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The index of each issue.
    pub indices: Vec<u64>,
    pub topic: Topic,
    /// For each issue with numeric values, those values and the lower bound of the range.
    numbers: Vec<Option<Vec<Fraction>>>,
}

/// Reads the issues of a domain file.
///
/// # Errors
/// If it isn't XML, or isn't a domain that can be analysed. The error says why and where.
pub fn template(text: &str) -> Result<Template, DomainError> {
    let (mut template, warnings) = xml::read(text, template_in)?;
    template.topic.warnings.splice(0..0, warnings);
    Ok(template)
}

fn template_in(document: &Document<'_>) -> Result<Template, DomainError> {
    let root = expected(document.root_element(), "negotiation_template")?;
    let space = only(root, "utility_space")?;
    let mut aside = Aside::default();
    additive(space, &mut aside)?;
    let mut issues: Vec<Issue> = Vec::new();
    let mut indices = Vec::new();
    let mut ranges = Vec::new();
    for issue in issues_in(space, &mut aside)? {
        let index = index(issue)?;
        if indices.contains(&index) {
            return Err(fault(issue, twice(format!("issue index {index}"))));
        }
        if issues.len() == MOST_ISSUES {
            return Err(fault(issue, Fault::TooManyIssues));
        }
        let name = name(issue, "name")?.to_owned();
        if issues.iter().any(|other| other.name == name) {
            return Err(fault(issue, twice(told(issue))));
        }
        let (values, range) = match sort(issue)? {
            Sort::Discrete => (items(issue)?, None),
            Sort::Integer => (Vec::new(), Some(range(issue, true)?)),
            Sort::Real => (Vec::new(), Some(range(issue, false)?)),
        };
        inside(issue, &mut aside);
        indices.push(index);
        issues.push(Issue { name, values });
        ranges.push(range);
    }
    if issues.is_empty() {
        return Err(fault(space, missing("an <issue>".to_owned())));
    }
    let (numbers, warnings) = values_of_ranges(&mut issues, &ranges);
    let objective = children(space, "objective").next();
    let name = objective.and_then(|objective| objective.attribute("name")).unwrap_or_default().to_owned();
    Ok(Template { indices, topic: Topic { name, issues, aside: aside.told(), warnings }, numbers })
}

/// The values of a discrete issue.
fn items(issue: Node<'_, '_>) -> Result<Vec<String>, DomainError> {
    let mut values: Vec<String> = Vec::new();
    let mut known = HashSet::new();
    for item in children(issue, "item") {
        let value = name(item, "value")?;
        if !known.insert(value) {
            return Err(fault(item, twice(format!("value \"{value}\""))));
        }
        values.push(value.to_owned());
    }
    if values.is_empty() {
        return Err(fault(issue, missing(format!("a value of {}", told(issue)))));
    }
    Ok(values)
}

/// Fills in the values of issues with a range. Returns those values as numbers, and warnings.
fn values_of_ranges(issues: &mut [Issue], ranges: &[Option<Range>]) -> (Vec<Option<Vec<Fraction>>>, Vec<String>) {
    let both = || issues.iter().zip(ranges);
    let others = both().filter(|(_, range)| range.is_none()).map(|(issue, _)| issue.values.len() as u64);
    let others = others.fold(1, u64::saturating_mul);
    let named: Vec<(&str, &Range)> =
        both().filter_map(|(issue, range)| Some((issue.name.as_str(), range.as_ref()?))).collect();
    let (found, warnings) = numbers(&named, others);
    let mut found = found.into_iter();
    let numbers = issues.iter_mut().zip(ranges).map(|(issue, range)| {
        let numbers = range.as_ref().and_then(|_| found.next())?;
        issue.values = numbers.iter().map(exact).collect();
        Some(numbers)
    });
    (numbers.collect(), warnings)
}

/// Reads the profile of a party, which is given this `name`.
///
/// # Errors
/// If it isn't XML, isn't linear additive, or doesn't fit the domain. The error says why and where.
pub fn profile(text: &str, name: &str, domain: &Template) -> Result<Profile, DomainError> {
    let (mut profile, warnings) = xml::read(text, |document| profile_in(document, name, domain))?;
    profile.warnings = warnings;
    Ok(profile)
}

fn profile_in(document: &Document<'_>, name: &str, domain: &Template) -> Result<Profile, DomainError> {
    let space = expected(document.root_element(), "utility_space")?;
    let mut aside = Aside::default();
    additive(space, &mut aside)?;
    let mut found: Vec<(u64, Node<'_, '_>)> = Vec::new();
    for issue in issues_in(space, &mut aside)? {
        let index = index(issue)?;
        if found.iter().any(|(other, _)| *other == index) {
            return Err(fault(issue, twice(format!("issue index {index}"))));
        }
        if !domain.indices.contains(&index) {
            return Err(fault(issue, unknown(told(issue))));
        }
        inside(issue, &mut aside);
        found.push((index, issue));
    }
    let issues = domain.indices.iter().zip(&domain.topic.issues).zip(&domain.numbers);
    let utilities = issues.map(|((index, issue), numbers)| {
        let node = found.iter().find(|(other, _)| other == index);
        let (_, node) = node.ok_or_else(|| fault(space, missing(of_issue(issue, *index))))?;
        if node.attribute("name").is_some_and(|name| name != issue.name) {
            let what = format!("{} (issue {index} of the domain is \"{}\")", told(*node), issue.name);
            return Err(fault(*node, unknown(what)));
        }
        let weight = weight(*node, *index, issue)?;
        let evaluations = match (sort(*node)?, numbers) {
            (Sort::Discrete, _) => shares(*node, issue)?,
            (sort, Some(numbers)) => {
                let evaluator = evaluator(*node, sort, numbers)?;
                numbers.iter().map(|number| evaluator.evaluation(number)).collect()
            }
            (_, None) => {
                let what = format!("{}, whose values are no numbers in the domain, but in the profile", told(*node));
                return Err(fault(*node, unsupported(what)));
            }
        };
        Ok(evaluations.iter().map(|evaluation| evaluation * &weight).collect())
    });
    let utilities: Vec<Vec<Fraction>> = utilities.collect::<Result<_, _>>()?;
    let reservation = value_of(space, "reservation")?.unwrap_or_else(Fraction::zero);
    let scale = scale(utilities.iter().flatten().chain([&reservation]));
    Ok(Profile {
        name: name.to_owned(),
        scale: scale.ok_or_else(|| fault(space, Fault::Overflow { what: "its utilities".to_owned() }))?,
        utilities,
        reservation,
        ceiling: Some(Fraction::from_integer(1.into())),
        discount: value_of(space, "discount_factor")?,
        aside: aside.told(),
        warnings: Vec::new(),
    })
}

/// The evaluation of each value of an issue, divided by the largest.
fn shares(node: Node<'_, '_>, issue: &Issue) -> Result<Vec<Fraction>, DomainError> {
    let mut evaluations: Vec<Option<Fraction>> = vec![None; issue.values.len()];
    let places = issue.places();
    for item in children(node, "item") {
        let value = name(item, "value")?;
        let what = || format!("value \"{value}\" of {}", told(node));
        let slot = places.get(value).and_then(|place| evaluations.get_mut(*place));
        let slot = slot.ok_or_else(|| fault(item, unknown(what())))?;
        if slot.is_some() {
            return Err(fault(item, twice(what())));
        }
        let what = || format!("the evaluation of {}", what());
        let text = item.attribute("evaluation").filter(|text| *text != "null");
        let text = text.ok_or_else(|| fault(item, missing(what())))?;
        *slot = Some(positive(item, what, text)?);
    }
    let evaluations = evaluations.into_iter().zip(&issue.values).map(|(evaluation, value)| {
        evaluation.ok_or_else(|| fault(node, missing(format!("value \"{value}\" of {}", told(node)))))
    });
    let evaluations = evaluations.collect::<Result<Vec<_>, _>>()?;
    let largest = evaluations.iter().max().cloned().unwrap_or_else(Fraction::zero);
    if largest < Fraction::new(1.into(), 100_000.into()) {
        return Ok(vec![Fraction::zero(); evaluations.len()]);
    }
    Ok(evaluations.iter().map(|evaluation| evaluation / &largest).collect())
}

/// Reads the evaluator of an issue with numeric values.
fn evaluator(issue: Node<'_, '_>, sort: Sort, numbers: &[Fraction]) -> Result<Evaluator, DomainError> {
    let node = children(issue, "evaluator").next();
    let node = node.ok_or_else(|| fault(issue, missing(format!("the <evaluator> of {}", told(issue)))))?;
    let part = |key: &str| -> Result<Fraction, DomainError> {
        number(node, || format!("the {key} of {}", told(issue)), attribute(node, key)?)
    };
    match (sort, node.attribute("ftype").unwrap_or("linear")) {
        (Sort::Integer, "linear") => {
            let low = bound(issue, "lowerbound").transpose()?.or_else(|| numbers.first().cloned());
            let from = low.unwrap_or_else(Fraction::zero);
            Ok(Evaluator::Linear { from, slope: part("slope")?, offset: part("offset")? })
        }
        (_, "linear") => {
            let (slope, offset) = (part("parameter1")?, part("parameter0")?);
            Ok(Evaluator::Linear { from: Fraction::zero(), slope, offset })
        }
        (Sort::Real, "constant") => {
            let what = || format!("the evaluation of {}", told(issue));
            positive(node, what, attribute(node, "parameter0")?).map(Evaluator::Constant)
        }
        (_, other) => Err(fault(node, unsupported(format!("an evaluator of type \"{other}\" of {}", told(issue))))),
    }
}

/// Reads the range of a domain's issue.
fn range(issue: Node<'_, '_>, whole: bool) -> Result<Range, DomainError> {
    let end = |key: &str| {
        let end = bound(issue, key).ok_or_else(|| fault(issue, missing(format!("the {key} of {}", told(issue)))))??;
        if whole && !end.is_integer() {
            let what = format!("the {key} of {} is {}, which is no whole number", told(issue), exact(&end));
            return Err(fault(issue, Fault::Form(what)));
        }
        Ok(end)
    };
    let (low, high) = (end("lowerbound")?, end("upperbound")?);
    if low > high {
        let (what, number) = (format!("the upperbound of {}", told(issue)), exact(&high));
        return Err(fault(issue, Fault::Range { what, number, range: "at least the lowerbound" }));
    }
    Ok(Range { low, high, whole })
}

/// Reads a bound from the issue's `<range>` element or from the issue itself.
fn bound(issue: Node<'_, '_>, key: &str) -> Option<Result<Fraction, DomainError>> {
    let range = children(issue, "range").next().filter(|range| range.has_attribute(key)).unwrap_or(issue);
    let text = range.attribute(key)?;
    Some(number(range, || format!("the {key} of {}", told(issue)), text))
}

/// The weight of an issue, from the objective that contains the issue.
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
        found = Some(positive(weight, what, attribute(weight, "value")?)?);
    }
    found.ok_or_else(|| fault(node, missing(what())))
}

/// The `value` attribute of an optional element of a profile, as a number.
fn value_of(space: Node<'_, '_>, name: &str) -> Result<Option<Fraction>, DomainError> {
    let mut elements = children(space, name);
    let Some(element) = elements.next() else {
        return Ok(None);
    };
    if let Some(second) = elements.next() {
        return Err(fault(second, twice(format!("<{name}>"))));
    }
    let text = attribute(element, "value")?;
    number(element, || format!("<{name}>"), text).map(Some)
}

/// Refuses utility spaces that aren't linear additive, or that contain something that might make them so.
fn additive(space: Node<'_, '_>, aside: &mut Aside) -> Result<(), DomainError> {
    let kind = space.attribute("type").unwrap_or("linear");
    let uncertain = kind.eq_ignore_ascii_case("uncertain");
    if !uncertain && !kind.eq_ignore_ascii_case("linear") {
        return Err(fault(space, unsupported(format!("a utility space of type \"{kind}\""))));
    }
    for element in space.children().filter(Node::is_element) {
        match element.tag_name().name() {
            "objective" | "issue" | "weight" | "reservation" | "discount_factor" => {}
            other => leave(element, other, aside)?,
        }
    }
    Ok(())
}

/// Ignores an element, unless it makes the space non-additive.
fn leave(element: Node<'_, '_>, name: &str, aside: &mut Aside) -> Result<(), DomainError> {
    if NONLINEAR.contains(&name) {
        return Err(fault(element, unsupported(format!("<{name}>"))));
    }
    aside.add(name);
    Ok(())
}

/// Every issue under a node, including those in nested objectives, in file order.
fn issues_in<'a, 'i>(space: Node<'a, 'i>, aside: &mut Aside) -> Result<Vec<Node<'a, 'i>>, DomainError> {
    let mut issues = Vec::new();
    let objectives = space.descendants().filter(|node| {
        let parent = node.parent_element();
        let inside = |parent: Node<'_, '_>| parent == space || parent.has_tag_name("objective");
        node.is_element() && *node != space && parent.is_some_and(inside)
    });
    for node in objectives {
        match node.tag_name().name() {
            "issue" => issues.push(node),
            "objective" | "weight" => {}
            // The direct children of the space have been checked already.
            _ if node.parent_element() == Some(space) => {}
            other => leave(node, other, aside)?,
        }
    }
    Ok(issues)
}

/// Records which parts of an issue are ignored.
fn inside(issue: Node<'_, '_>, aside: &mut Aside) {
    let read: &[&str] = match sort(issue) {
        Ok(Sort::Integer | Sort::Real) => &["range", "evaluator"],
        _ => &["item"],
    };
    for element in issue.children().filter(Node::is_element) {
        let name = element.tag_name().name();
        if !read.contains(&name) {
            aside.add(name);
        }
    }
}

/// The kinds of value an issue can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Discrete,
    Integer,
    Real,
}

/// The kind of an issue's values, according to all attributes that state it.
fn sort(issue: Node<'_, '_>) -> Result<Sort, DomainError> {
    let mut kinds = ["type", "etype", "vtype"].into_iter().filter_map(|key| issue.attribute(key));
    let first = kinds.next().unwrap_or("discrete");
    let odd = kinds.find(|kind| *kind != first);
    match (first, odd) {
        ("discrete", None) => Ok(Sort::Discrete),
        ("integer", None) => Ok(Sort::Integer),
        ("real", None) => Ok(Sort::Real),
        (first, odd) => {
            let kind = odd.filter(|_| first == "discrete").unwrap_or(first);
            Err(fault(issue, unsupported(format!("{} of type \"{kind}\"", told(issue)))))
        }
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

/// An attribute that is shown to the user, such as a name.
fn name<'a>(node: Node<'a, '_>, key: &str) -> Result<&'a str, DomainError> {
    let name = attribute(node, key)?;
    if name.len() > MOST_NAME {
        return Err(fault(node, Fault::TooLong { what: "a name" }));
    }
    Ok(name)
}

fn number(node: Node<'_, '_>, what: impl Fn() -> String, text: &str) -> Result<Fraction, DomainError> {
    decimal(text).map_err(|error| {
        let (what, text) = (what(), super::begin_of(text));
        fault(node, Fault::Number { what, text, error })
    })
}

fn positive(node: Node<'_, '_>, what: impl Fn() -> String, text: &str) -> Result<Fraction, DomainError> {
    let number = number(node, &what, text)?;
    if number.is_negative() {
        let (what, number) = (what(), exact(&number));
        return Err(fault(node, Fault::Range { what, number, range: "0 or more" }));
    }
    Ok(number)
}

fn fault(node: Node<'_, '_>, fault: Fault) -> DomainError {
    let position = node.document().text_pos_at(node.range().start);
    fault.at(position.row, position.col)
}

/// Describes an issue for messages, as named in the file.
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
