//! Domains that cannot be read exactly are refused by name and place, and nothing that stands in a file can stop the program.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::common::{Program, copy_folder};
use proptest::prelude::*;
use we_can_wait::analysis::Watch;
use we_can_wait::analysis::domain::{Domain, Fault, decoded, exact, genius, geniusweb};

/// Analyzes a folder of the tests in which some texts of one file were replaced.
fn altered(folder: &str, file: &str, changes: &[(&str, &str)]) -> Output {
    let copy = tempfile::tempdir().expect("there is room for a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domains");
    copy_folder(&from.join(folder), copy.path());
    let path = copy.path().join(file);
    let mut text = fs::read_to_string(&path).expect("the file is there");
    for (from, to) in changes {
        assert!(text.contains(from), "{file} holds {from:?}");
        text = text.replacen(from, to, 1);
    }
    fs::write(path, text).expect("the file can be written");
    analyze(&[copy.path()])
}

fn analyze(paths: &[&Path]) -> Output {
    let paths: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    let mut args = vec!["analyze"];
    args.extend(paths.iter().map(String::as_str));
    Program::new().run(&args)
}

/// It has to be refused in words that hold each of these.
fn refused(output: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    for word in words {
        assert!(told.contains(word), "{word:?} is not in: {told}");
    }
    assert!(output.stdout.is_empty(), "nothing is printed besides");
}

#[test]
fn what_is_not_discrete_or_not_additive_is_refused_by_name_and_place() {
    let lease = |changes: &[(&str, &str)]| altered("lease", "tenant.xml", changes);
    let rent = r#"name="Rent" type="discrete" etype="discrete" vtype="discrete""#;
    for kind in ["any", "price"] {
        let other = format!(r#"name="Rent" type="{kind}" etype="{kind}" vtype="{kind}""#);
        let output = lease(&[(rent, &other)]);
        refused(&output, &["tenant.xml:3:5: ", "issue \"Rent\" of type", kind, "only discrete"]);
    }
    let output = lease(&[(rent, r#"name="Rent" type="integer""#)]);
    refused(&output, &["tenant.xml:3:5: ", "issue \"Rent\", whose values are no numbers in the domain"]);
    let output = altered("lease", "lease.xml", &[(rent, r#"name="Rent" type="discrete" vtype="integer""#)]);
    refused(&output, &["lease.xml:5:7: ", "\"integer\""]);
    let output = altered("lease", "lease.xml", &[(rent, r#"name="Rent" vtype="integer""#)]);
    refused(&output, &["lease.xml:5:7: ", "the lowerbound of issue \"Rent\" is missing"]);
    let nonlinear = lease(&[("<utility_space>", "<utility_space type=\"nonlinear\">")]);
    refused(&nonlinear, &["tenant.xml:1:1: ", "utility space of type \"nonlinear\""]);
    let hypercubes = lease(&[("<reservation", "<utility_function><hyperRectangle/></utility_function><reservation")]);
    refused(&hypercubes, &["<utility_function>", "not supported"]);

    let post = |changes: &[(&str, &str)]| altered("post", "employer.json", changes);
    let numbers = post(&[("\"hours\": { \"DiscreteValueSetUtilities\"", "\"hours\": { \"numberutils\"")]);
    refused(&numbers, &["employer.json:15:", "\"numberutils\" of issue \"hours\""]);
    let range =
        post(&[("\"hours\": { \"values\": [\"24\", \"32\", \"40\"] }", "\"hours\": { \"range\": [24, 40, 8] }")]);
    refused(&range, &["\"range\" of issue \"hours\""]);
    let ordering = post(&[("LinearAdditiveUtilitySpace", "DefaultPartialOrdering")]);
    refused(&ordering, &["\"DefaultPartialOrdering\"", "not supported"]);
    let groups = post(&[("\"issueWeights\"", "\"partsutilities\": {}, \"issueWeights\"")]);
    refused(&groups, &["unknown field `partsutilities`"]);
}

#[test]
fn what_is_missing_doubled_or_unknown_is_refused_by_name() {
    let tenant = |from: &str, to: &str| altered("lease", "tenant.xml", &[(from, to)]);
    let cases = [
        (
            "<item index=\"1\" value=\"none\" evaluation=\"3\"/>",
            "",
            vec!["value \"none\" of issue \"Deposit\" is missing"],
        ),
        (" evaluation=\"2.5\"", "", vec!["tenant.xml:15:7", "the evaluation of value \"one year\"", "missing"]),
        (" evaluation=\"2.5\"", " evaluation=\"null\"", vec!["the evaluation of value \"one year\"", "missing"]),
        ("<weight index=\"3\" value=\"0.25\"/>", "", vec!["the weight of issue \"Term\" (index 3) is missing"]),
        (
            "<weight index=\"3\"",
            "<weight index=\"2\"",
            vec!["the weight of issue \"Deposit\" (index 2) stands there twice"],
        ),
        ("value=\"two years\"", "value=\"one year\"", vec!["value \"one year\" of issue \"Term\" stands there twice"]),
        (
            "value=\"two years\"",
            "value=\"ten years\"",
            vec!["value \"ten years\" of issue \"Term\" is not in the domain"],
        ),
        (
            "issue index=\"3\" name=\"Term\"",
            "issue index=\"9\" name=\"Term\"",
            vec!["issue \"Term\" is not in the domain"],
        ),
        ("name=\"Term\"", "name=\"Season\"", vec!["issue \"Season\" (issue 3 of the domain is \"Term\")"]),
        (
            "value=\"0.15\"",
            "value=\"-0.15\"",
            vec!["the weight of issue \"Deposit\" (index 2) is -0.15; it must be 0 or more"],
        ),
        ("evaluation=\"6\"", "evaluation=\"-6\"", vec!["is -6; it must be 0 or more"]),
        (
            "<reservation value=\"0.35\"/>",
            "<reservation value=\"a third\"/>",
            vec!["<reservation> is \"a third\"", "no decimal number"],
        ),
        ("<discount_factor value=\"0.9\"/>", "<discount_factor value=\"NaN\"/>", vec!["<discount_factor> is \"NaN\""]),
        ("<reservation value=\"0.35\"/>", "<reservation value=\"1e-999\"/>", vec!["more than 400 digits"]),
        ("</objective>", "", vec!["not well-formed XML"]),
    ];
    for (from, to, words) in cases {
        refused(&tenant(from, to), &words);
    }
    let engineer = |from: &str, to: &str| altered("post", "engineer.json", &[(from, to)]);
    let cases = [
        ("\"1\": 0.6, ", "", vec!["the utility of value \"1\" of issue \"from home\" is missing"]),
        (
            "\"1\": 0.6",
            "\"1\": 0.6, \"7\": 0.6",
            vec!["engineer.json:4:", "value \"7\" of issue \"from home\" is not in the domain"],
        ),
        ("\"1\": 0.6", "\"1\": 0.6, \"1\": 0.7", vec!["\"1\" stands there twice"]),
        ("\"1\": 0.6", "\"1\": 1.6", vec!["is 1.6; it must be between 0 and 1"]),
        ("\"1\": 0.6", "\"1\": \"0.6\"", vec!["the utility of value \"1\"", "no decimal number"]),
        ("\"hours\": 0.2,", "", vec!["the weight of issue \"hours\" is missing"]),
        ("\"hours\": 0.2,", "\"hours\": 0.2, \"pay\": 0,", vec!["issue \"pay\" is not in the domain"]),
        (
            "\"hours\": 0.2,",
            "\"hours\": 0.19999999999999999,",
            vec!["the weights of profile \"engineer\" add up to 0.99999999999999999", "exactly 1"],
        ),
        ("\"hours\": \"32\" }", "\"hours\": \"33\" }", vec!["value \"33\" of issue \"hours\" of the reservation bid"]),
        ("\"hours\": \"32\" }", "\"pay\": \"32\" }", vec!["issue \"pay\" of the reservation bid"]),
        (
            "[\"no\", \"yes\"]",
            "[\"no\", \"yes\", \"no\"]",
            vec!["value \"no\" of issue \"lease car\" stands there twice"],
        ),
        ("\"name\": \"engineer\",", "\"name\": \"engineer\"", vec!["engineer.json:20:"]),
    ];
    for (from, to, words) in cases {
        refused(&engineer(from, to), &words);
    }
    let other = altered("post", "post.json", &[("\"4000\"", "\"4500\"")]);
    refused(&other, &["about another domain"]);
}

#[test]
fn no_entity_is_resolved() {
    let head = "<utility_space>";
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                  <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<utility_space>";
    let told = altered("lease", "tenant.xml", &[(head, laughs), ("\"Rent\"", "\"&c;\"")]);
    refused(&told, &["tenant.xml:1:1: ", "document type", "not resolved"]);
    let outside =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<utility_space>";
    let told = altered("lease", "tenant.xml", &[(head, outside), ("\"Rent\"", "\"&secret;\"")]);
    refused(&told, &["tenant.xml:2:1: ", "document type"]);
    let empty = altered("lease", "tenant.xml", &[("\"Rent\"", "\"&rent;\"")]);
    refused(&empty, &["&rent; is unknown", "not resolved"]);
}

#[test]
fn numbers_without_a_common_denominator_of_600_digits_are_refused_with_their_file() {
    // Quotients with great denominators that have nothing in common.
    let nines = |ending: &str| format!("evaluation=\"{}{ending}\"", "9".repeat(300));
    let changes =
        [("evaluation=\"7\"", nines("37")), ("evaluation=\"3\"", nines("91")), ("evaluation=\"6\"", nines("87"))];
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, to.as_str())).collect();
    let told = altered("lease", "tenant.xml", &changes);
    refused(&told, &["tenant.xml:", "its utilities have no common denominator of up to 600 digits", "fewer digits"]);
    let one = altered("lease", "tenant.xml", &changes[..1]);
    assert!(one.status.success(), "one great denominator still fits");
}

#[test]
fn the_files_of_a_table_have_to_be_named_as_it_is_set() {
    let folder = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domains").join(name);
    let (lease, tenant, owner) = (folder("lease/lease.xml"), folder("lease/tenant.xml"), folder("lease/owner.xml"));
    refused(&analyze(&[&tenant, &owner]), &["none of the files is a domain", "analyze domain.xml"]);
    refused(&analyze(&[&lease]), &["there are 0 profiles", "two to 8"]);
    refused(&analyze(&[&lease, &tenant]), &["there are 1 profiles"]);
    refused(&analyze(&[&lease, &lease, &tenant]), &["both domains"]);
    refused(&analyze(&[&lease, &tenant, &folder("post/post.json")]), &["is XML and", "is JSON"]);
    refused(&analyze(&[&folder("README.md")]), &["neither XML nor JSON"]);
    refused(&analyze(&[&lease, &folder("nobody.xml")]), &["nobody.xml"]);
    refused(&analyze(&[&lease, &folder("post")]), &["post"]);
    refused(&analyze(&[&folder("fair/fair.xml"), &tenant, &owner]), &["tenant.xml:", "is not in the domain"]);
    let tenants: Vec<&Path> = [lease.as_path()].into_iter().chain([tenant.as_path(); 9]).collect();
    refused(&analyze(&tenants), &["there are 9 profiles"]);
}

#[test]
fn depth_and_size_bring_nothing_down() {
    let deep = "<a>".repeat(200_000);
    assert!(genius::kind(&deep).is_err());
    let nested = format!("<negotiation_template><utility_space>{}", "<objective>".repeat(100_000));
    assert!(genius::template(&nested).is_err());
    let closed = format!("{nested}{}</utility_space></negotiation_template>", "</objective>".repeat(100_000));
    assert!(genius::template(&closed).is_err());
    assert!(geniusweb::read(&format!("{{\"a\":{}", "[".repeat(200_000))).is_err());
    let issues: String = (0..101).map(|i| format!("\"i{i}\": {{\"values\": [\"v\"]}},")).collect();
    let many = format!("{{\"issuesValues\": {{{}}}}}", issues.trim_end_matches(','));
    let error = geniusweb::read(&many).expect_err("there are too many");
    assert_eq!(error.fault, Fault::TooManyIssues);
}

/// Reads whatever it is, as far as it goes.
fn swallow(template: &str, profile: &str) {
    let _ = decoded([template.as_bytes(), profile.as_bytes()].concat());
    let _ = genius::kind(profile);
    if let Ok(template) = genius::template(template)
        && let Ok(profile) = genius::profile(profile, "one", &template)
    {
        go_through(&Domain { topic: template.topic, profiles: vec![profile.clone(), profile] });
    }
    let read = [template, profile].map(geniusweb::read);
    if let Ok(domain) = geniusweb::domain(read.into_iter().flatten().collect()) {
        go_through(&domain);
    }
}

fn go_through(domain: &Domain) {
    if let Ok(found) = domain.survey(&Watch::default()) {
        for value in found.frontier.iter().flat_map(|outcome| &outcome.values) {
            assert!(!exact(value).is_empty());
        }
    }
}

const PIECES: [&str; 14] = [
    "<",
    ">",
    "\"",
    "&",
    "0",
    "-1",
    "1e38",
    "9",
    ".",
    "{",
    "}",
    "issue",
    "\u{0}",
    "99999999999999999999999999999999999999",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn garbage_is_refused_without_a_panic(one in "\\PC{0,80}", other in "[<>{}\\[\\]\":,a-z0-9 =/.&;-]{0,120}") {
        swallow(&one, &other);
        swallow(&other, &one);
    }

    #[test]
    fn files_with_a_piece_torn_out_or_put_in_are_read_or_refused(
        which in 0_usize..3,
        at in any::<prop::sample::Index>(),
        torn in 0_usize..30,
        piece in prop::sample::select(PIECES.to_vec()),
    ) {
        let (template, profile) = [
            ("lease/lease.xml", "lease/tenant.xml"),
            ("fair/fair.xml", "fair/players.xml"),
            ("post/post.json", "post/employer.json"),
        ][which];
        let text = |file: &str| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/domains");
            fs::read_to_string(folder.join(file)).expect("the file is there")
        };
        let torn_in = |text: String| {
            let start = at.index(text.len());
            let end = (start + torn).min(text.len());
            let bytes = [&text.as_bytes()[..start], piece.as_bytes(), &text.as_bytes()[end..]].concat();
            String::from_utf8_lossy(&bytes).into_owned()
        };
        swallow(&text(template), &torn_in(text(profile)));
        swallow(&torn_in(text(template)), &text(profile));
    }
}
