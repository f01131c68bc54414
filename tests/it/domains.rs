//! Domains of Genius and GeniusWeb: the program finds the same deals and numbers as a brute force that shares nothing with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::brute::{Issues, Party, agree, brute, number};
use crate::common::Program;
use num_rational::BigRational;
use num_traits::Zero as _;
use serde_json::Value;
use we_can_wait::analysis::domain::{Domain, genius};
use we_can_wait::analysis::{Reached, Watch};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domains").join(name)
}

/// Reads a domain of Genius with discrete issues in its own way.
fn of_genius(domain: &str, profiles: &[&str]) -> (Issues, Vec<Party>) {
    let text = |file: &str| fs::read_to_string(folder(file)).expect("the file is there");
    let domain = text(domain);
    let document = roxmltree::Document::parse(&domain).expect("it is XML");
    let get = |node: &roxmltree::Node<'_, '_>, key: &str| node.attribute(key).expect("it is there").to_owned();
    let issues = document.descendants().filter(|node| node.has_tag_name("issue"));
    let issues = issues.map(|issue| {
        let items = issue.children().filter(|node| node.has_tag_name("item"));
        (get(&issue, "name"), items.map(|item| get(&item, "value")).collect())
    });
    let parties = profiles.iter().map(|profile| {
        let profile = text(profile);
        let document = roxmltree::Document::parse(&profile).expect("it is XML");
        let all = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
        let mut worth = BTreeMap::new();
        for issue in all("issue") {
            let weight = all("weight").find(|weight| get(weight, "index") == get(&issue, "index"));
            let weight = number(&get(&weight.expect("it has a weight"), "value"));
            let items: Vec<(String, BigRational)> = issue
                .children()
                .filter(|node| node.has_tag_name("item"))
                .map(|item| (get(&item, "value"), number(&get(&item, "evaluation"))))
                .collect();
            let largest = items.iter().map(|(_, evaluation)| evaluation.clone()).max().expect("there are values");
            for (value, evaluation) in items {
                let counts = largest >= number("0.00001");
                let share = if counts { evaluation / &largest } else { BigRational::zero() };
                worth.insert((get(&issue, "name"), value), &weight * share);
            }
        }
        let reservation = all("reservation").next();
        let reservation = reservation.map_or_else(BigRational::zero, |r| number(&get(&r, "value")));
        Party { worth, reservation }
    });
    (issues.collect(), parties.collect())
}

/// Reads profiles of GeniusWeb in its own way.
fn of_geniusweb(profiles: &[&str]) -> (Issues, Vec<Party>) {
    let mut issues = Vec::new();
    let parties = profiles.iter().map(|profile| {
        let text = fs::read_to_string(folder(profile)).expect("the file is there");
        let json: Value = serde_json::from_str(&text).expect("it is JSON");
        // Short decimals come back from a float as they were written.
        let decimal = |value: &Value| number(&value.as_f64().expect("a number").to_string());
        let space = &json["LinearAdditiveUtilitySpace"];
        let mut worth = BTreeMap::new();
        issues.clear();
        for (issue, values) in space["domain"]["issuesValues"].as_object().expect("issues") {
            let values: Vec<String> = serde_json::from_value(values["values"].clone()).expect("values");
            let utilities = &space["issueUtilities"][issue];
            let utilities = [&utilities["discreteutils"], &utilities["DiscreteValueSetUtilities"]]
                .into_iter()
                .find(|utilities| utilities.is_object())
                .expect("utilities");
            let weight = decimal(&space["issueWeights"][issue]);
            for value in &values {
                let utility = decimal(&utilities["valueUtilities"][value]);
                worth.insert((issue.clone(), value.clone()), &weight * utility);
            }
            issues.push((issue.clone(), values));
        }
        let bid = space["reservationBid"]["issuevalues"].as_object();
        let bid = bid.into_iter().flatten().map(|(issue, value)| {
            let value = value.as_str().expect("a value").to_owned();
            &worth[&(issue.clone(), value)]
        });
        let reservation = bid.sum();
        Party { worth, reservation }
    });
    let parties = parties.collect();
    (issues, parties)
}

fn analyzed(files: &[&str]) -> Value {
    let paths: Vec<String> = files.iter().map(|file| folder(file).display().to_string()).collect();
    let mut args = vec!["analyze", "--format", "json"];
    args.extend(paths.iter().map(String::as_str));
    let output = Program::new().run(&args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

#[test]
fn a_domain_of_two_parties_in_genius_agrees_with_brute_force() {
    let found = analyzed(&["lease/lease.xml", "lease/tenant.xml", "lease/owner.xml"]);
    let (issues, parties) = of_genius("lease/lease.xml", &["lease/tenant.xml", "lease/owner.xml"]);
    agree(&found, &brute(&issues, &parties));
    assert_eq!(found["format"], "genius");
    assert_eq!(found["parties"][0]["reservation"]["exact"], "0.35");
    assert_eq!(found["parties"][0]["discount_factor"]["exact"], "0.9");
    assert_eq!(found["parties"][0]["discount_applied"], false);
    assert_eq!(found["parties"][1]["discount_factor"], Value::Null);
}

#[test]
fn a_domain_of_three_parties_in_genius_agrees_with_brute_force() {
    let profiles = ["fair/council.xml", "fair/players.xml", "fair/traders.xml"];
    let (issues, parties) = of_genius("fair/fair.xml", &profiles);
    let found = analyzed(&[&["fair/fair.xml"], &profiles[..]].concat());
    agree(&found, &brute(&issues, &parties));
    // Weights above 1 in all: what is worth more counts as 1, as in Genius.
    assert_eq!(found["parties"][1]["best"]["exact"], "1");
    assert_eq!(found["parties"][1]["left_aside"][0], "<comparisons>");
    let frontier = found["frontier"].as_array().expect("a frontier");
    let sums = frontier.iter().filter(|outcome| outcome["exact"][1] == "1").count();
    assert!(sums > 1, "the ceiling is reached in several ways");
}

#[test]
fn profiles_of_geniusweb_agree_with_brute_force_in_whatever_order_they_name_issues() {
    let profiles = ["post/employer.json", "post/engineer.json"];
    let (issues, parties) = of_geniusweb(&profiles);
    let found = analyzed(&profiles);
    agree(&found, &brute(&issues, &parties));
    assert_eq!(found["format"], "geniusweb");
    // 0.5 x 0.2 + 0.2 x 1 + 0.125 x 0.25 + 0.175 x 0.9; and 0.55 x 0.3 + 0.2 x 1 with two issues left out.
    assert_eq!(found["parties"][0]["reservation"]["exact"], "0.48875");
    assert_eq!(found["parties"][1]["reservation"]["exact"], "0.365");
    assert_eq!(found["scale"], "800");
}

#[test]
fn every_deal_that_ties_is_listed() {
    let found = analyzed(&["twins/twins.xml", "twins/north.xml", "twins/south.xml"]);
    let (issues, parties) = of_genius("twins/twins.xml", &["twins/north.xml", "twins/south.xml"]);
    let brute = brute(&issues, &parties);
    agree(&found, &brute);
    assert_eq!(brute.points["nash"].len(), 8, "orchard and mill each way, two wells, two bells");
    assert!(brute.points["welfare"].len() > brute.points["nash"].len());
}

#[test]
fn a_folder_names_its_files_and_text_says_what_was_rounded() {
    let program = Program::new();
    let lease = folder("lease").display().to_string();
    let from_folder = program.run(&["analyze", &lease, "--format", "json"]);
    let found: Value = serde_json::from_slice(&from_folder.stdout).expect("it is JSON");
    let named = analyzed(&["lease/lease.xml", "lease/owner.xml", "lease/tenant.xml"]);
    assert_eq!(found, named);
    let text = program.run(&["analyze", &lease]);
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for part in ["108 deals", "discount factor 0.9, not applied", "rounded to 4 places", "Rent: 1100"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let post = folder("post").display().to_string();
    let post = program.run(&["analyze", &post, "--format", "json"]);
    let post: Value = serde_json::from_slice(&post.stdout).expect("it is JSON");
    // The domain alone stands first in the folder's order or not: the parties are the same.
    assert_eq!(post["parties"], analyzed(&["post/employer.json", "post/engineer.json"])["parties"]);
}

/// What the program finds in a folder, and what it says.
fn in_folder(name: &str) -> (Value, String) {
    let path = folder(name).display().to_string();
    let program = Program::new();
    let json = program.run(&["analyze", &path, "--format", "json"]);
    assert!(json.status.success(), "{}", String::from_utf8_lossy(&json.stderr));
    let text = program.run(&["analyze", &path]);
    let found = serde_json::from_slice(&json.stdout).expect("it is JSON");
    (found, String::from_utf8_lossy(&text.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn what_genius_does_not_read_is_left_aside_and_said_so() {
    let (domain, text) = in_folder("similarity");
    assert!(text.contains("The domain: left aside: <similarity_function> (2 times)"), "{text}");
    assert_eq!(domain["left_aside"][0], "<similarity_function> (2 times)");
    let (profiles, text) = in_folder("similarity_in_profiles");
    assert!(text.contains("north: left aside: <similarity_function> (2 times)"), "{text}");
    assert_eq!(profiles["parties"][1]["left_aside"][0], "<similarity_function> (2 times)");
    for found in [domain, profiles] {
        let (issues, parties) = of_genius("similarity/domain.xml", &["similarity/north.xml", "similarity/south.xml"]);
        agree(&found, &brute(&issues, &parties));
    }
}

#[test]
fn numbers_with_many_digits_are_exact() {
    for name in ["six_digits", "repeating"] {
        let profiles = [format!("{name}/north.xml"), format!("{name}/south.xml")];
        let (issues, parties) = of_genius(&format!("{name}/domain.xml"), &profiles.each_ref().map(String::as_str));
        let (found, _) = in_folder(name);
        agree(&found, &brute(&issues, &parties));
        assert!(found["scale"].as_str().expect("a scale").len() > 38, "{name} takes more than 128 bits");
    }
}

#[test]
fn files_that_hold_no_domain_and_no_profile_are_left_out_by_name() {
    let (found, text) = in_folder("extras");
    assert!(text.contains("left out: specials.json"), "{text}");
    assert_eq!(found["left_out"], serde_json::json!(["specials.json"]));
    let (issues, parties) = of_geniusweb(&["extras/profileA.json", "extras/profileB.json"]);
    agree(&found, &brute(&issues, &parties));
    let (found, text) = in_folder("pareto_text");
    assert!(text.contains("left out: pareto.xml"), "{text}");
    assert_eq!(found["deals"], 4);
    // Named by itself, a file is not left out.
    let path = |file: &str| folder("pareto_text").join(file).display().to_string();
    let args = ["domain.xml", "north.xml", "pareto.xml", "south.xml"].map(path);
    let output = Program::new().run(&["analyze", &args[0], &args[1], &args[2], &args[3]]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("pareto.xml is neither XML nor JSON"));
}

#[test]
fn a_declared_encoding_and_a_lone_ampersand_are_read() {
    let (found, _) = in_folder("latin_1");
    assert_eq!(found["issues"][0]["issue"], "Tür");
    let (found, text) = in_folder("ampersand");
    assert_eq!(found["issues"][0]["values"][0], "farmer & miller");
    assert!(text.contains("a lone & is read as it stands"), "{text}");
    let warnings = found["warnings"].as_array().expect("warnings");
    assert!(warnings[0].as_str().is_some_and(|told| told.contains("domain.xml: line 2, column")), "{warnings:?}");
    assert_eq!(warnings.len(), 3, "one for each file");
}

#[test]
fn a_search_that_is_stopped_keeps_what_it_has_found() {
    let text = |file: &str| fs::read_to_string(folder(file)).expect("the file is there");
    let template = genius::template(&text("fair/fair.xml")).expect("it is a domain");
    let profiles = ["council", "players", "traders"]
        .map(|name| genius::profile(&text(&format!("fair/{name}.xml")), name, &template).expect("it is a profile"));
    let domain = Domain { topic: template.topic, profiles: profiles.to_vec() };
    let whole = domain.survey(&Watch::default()).expect("it can be gone through");
    assert_eq!(whole.reached, Reached::Everything);
    let watch = Watch::default();
    watch.stop();
    let stopped = domain.survey(&watch).expect("it can be gone through");
    assert_eq!((stopped.reached, stopped.zone, stopped.deals), (Reached::Zone, whole.zone, whole.deals));
    assert!(stopped.frontier.is_empty() && stopped.solutions.nash.is_none());
}
