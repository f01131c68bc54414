//! Domains of Genius made up at random in every shape that is found in public ones: numbers with evaluators, six digits and more,
//! elements that are left aside, other encodings, and files beside them. The program agrees with brute force on each.

use std::collections::BTreeMap;
use std::fs;

use crate::brute::{Issues, Party, agree, brute, number};
use crate::common::Program;
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};
use proptest::prelude::*;
use serde_json::Value;

/// What the values of an issue are.
#[derive(Debug, Clone)]
enum Values {
    Items(Vec<String>),
    /// Whole numbers from `low` on.
    Whole {
        low: i64,
        count: i64,
    },
    /// Real numbers between two whole ones.
    Real {
        low: i64,
        high: i64,
    },
}

/// A party's weight of an issue and its evaluations: of each item, or two parameters.
#[derive(Debug, Clone)]
struct Preference {
    weight: String,
    evaluations: Vec<String>,
}

#[derive(Debug, Clone)]
struct Shape {
    issues: Vec<(String, Values)>,
    parties: Vec<(Vec<Preference>, Option<String>)>,
    encoding: Encoding,
    /// Elements that Genius does not read.
    extras: bool,
    /// An `&` in a name stands alone.
    lone: bool,
    /// Bounds are attributes of the issue.
    short: bool,
}

#[derive(Debug, Clone, Copy)]
enum Encoding {
    Plain,
    Marked,
    Latin,
    LittleEndian,
    BigEndian,
}

fn decimals() -> impl Strategy<Value = String> {
    prop_oneof![
        (0_u32..10).prop_map(|number| number.to_string()),
        (0_u32..1_000_000).prop_map(|number| format!("0.{number:06}")),
        (1_u32..40, 3_u32..40).prop_map(|(above, below)| format!("{:.15}", f64::from(above) / f64::from(below))),
        (1_u32..99).prop_map(|number| format!("{number}.0E-2")),
    ]
}

fn values() -> impl Strategy<Value = Values> {
    let name = "[a-zA-Zéß']{1,5}( & [a-z]{1,3})?";
    prop_oneof![
        3 => prop::collection::btree_set(name, 1..5).prop_map(|names| Values::Items(names.into_iter().collect())),
        1 => (-9_i64..9, 1_i64..6).prop_map(|(low, count)| Values::Whole { low, count }),
        1 => (-3_i64..3, 1_i64..50).prop_map(|(low, width)| Values::Real { low, high: low + width }),
    ]
}

fn preference(values: &Values) -> impl Strategy<Value = Preference> + use<> {
    let count = match values {
        Values::Items(items) => items.len(),
        _ => 2,
    };
    let signed = (any::<bool>(), decimals());
    let signed = signed.prop_map(|(minus, text)| if minus { format!("-{text}") } else { text });
    let evaluations = match values {
        Values::Items(_) => prop::collection::vec(decimals().boxed(), count),
        _ => prop::collection::vec(signed.boxed(), count),
    };
    (decimals(), evaluations).prop_map(|(weight, evaluations)| Preference { weight, evaluations })
}

fn shapes() -> impl Strategy<Value = Shape> {
    let names = prop::collection::btree_set("[a-zé]{1,4}( & [a-z]{1,3})?", 1..4);
    let issues = names.prop_flat_map(|names| names.into_iter().map(|name| (Just(name), values())).collect::<Vec<_>>());
    let encodings =
        [Encoding::Plain, Encoding::Marked, Encoding::Latin, Encoding::LittleEndian, Encoding::BigEndian].to_vec();
    (issues, 2_usize..4, prop::sample::select(encodings), any::<[bool; 3]>()).prop_flat_map(
        |(mut issues, parties, encoding, [extras, lone, short])| {
            // One issue of 21 values is enough for a brute force.
            let mut reals = 0;
            issues.retain(|(_, values)| {
                reals += usize::from(matches!(values, Values::Real { .. }));
                reals < 2 || !matches!(values, Values::Real { .. })
            });
            let preferences: Vec<_> = issues.iter().map(|(_, values)| preference(values)).collect();
            let reservation = prop::option::of((0_u32..90).prop_map(|number| format!("0.{number:02}")));
            let parties = prop::collection::vec((preferences, reservation), parties);
            parties.prop_map(move |parties| Shape { issues: issues.clone(), parties, encoding, extras, lone, short })
        },
    )
}

/// Hundredths as a decimal.
fn hundredths(number: i64) -> String {
    let text = format!("{}{}.{:02}", if number < 0 { "-" } else { "" }, number.abs() / 100, number.abs() % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Values {
    fn names(&self) -> Vec<String> {
        match self {
            Values::Items(items) => items.clone(),
            Values::Whole { low, count } => (*low..low + count).map(|number| number.to_string()).collect(),
            Values::Real { low, high } => {
                (0..=20).map(|step| hundredths(100 * low + 5 * step * (high - low))).collect()
            }
        }
    }

    /// What a party makes of each value.
    fn worth(&self, preference: &Preference) -> Vec<BigRational> {
        let evaluations: Vec<BigRational> = preference.evaluations.iter().map(|text| number(text)).collect();
        let linear = |value: BigRational| {
            let evaluation = value * &evaluations[1] + &evaluations[0];
            evaluation.clamp(BigRational::zero(), BigRational::one())
        };
        let names = self.names().into_iter().map(|name| number(&name));
        let shares: Vec<BigRational> = match self {
            Values::Items(_) => {
                let largest = evaluations.iter().max().expect("there are values").clone();
                let counts = largest >= number("0.00001");
                let share = |own: &BigRational| if counts { own / &largest } else { BigRational::zero() };
                evaluations.iter().map(share).collect()
            }
            Values::Whole { low, .. } => names.map(|value| linear(value - number(&low.to_string()))).collect(),
            Values::Real { .. } => names.map(linear).collect(),
        };
        shares.into_iter().map(|share| share * number(&preference.weight)).collect()
    }
}

impl Shape {
    fn reference(&self) -> (Issues, Vec<Party>) {
        let issues: Issues = self.issues.iter().map(|(name, values)| (name.clone(), values.names())).collect();
        let parties = self.parties.iter().map(|(preferences, reservation)| {
            let mut worth = BTreeMap::new();
            for ((name, values), preference) in self.issues.iter().zip(preferences) {
                for (value, own) in values.names().into_iter().zip(values.worth(preference)) {
                    worth.insert((name.clone(), value), own);
                }
            }
            let reservation = reservation.as_ref().map_or_else(BigRational::zero, |text| number(text));
            Party { worth, reservation }
        });
        (issues.clone(), parties.collect())
    }

    fn quoted(&self, text: &str) -> String {
        let text = if self.lone { text.to_owned() } else { text.replace('&', "&amp;") };
        format!("\"{text}\"")
    }

    fn issue(&self, place: usize, preference: Option<&Preference>) -> String {
        let (name, values) = &self.issues[place];
        let (kind, bounds) = match values {
            Values::Items(_) => ("discrete", None),
            Values::Whole { low, count } => ("integer", Some((*low, low + count - 1))),
            Values::Real { low, high } => ("real", Some((*low, *high))),
        };
        let mut xml =
            format!("<issue index=\"{}\" name={} type=\"{kind}\" vtype=\"{kind}\"", place + 1, self.quoted(name));
        let bounds = bounds.map(|(low, high)| format!("lowerbound=\"{low}\" upperbound=\"{high}\""));
        match bounds {
            Some(bounds) if self.short => xml += &format!(" {bounds}>"),
            Some(bounds) => xml += &format!("><range {bounds}></range>"),
            None => xml += ">",
        }
        match (values, preference) {
            (Values::Items(items), preference) => {
                for (number, item) in items.iter().enumerate() {
                    xml += &format!("<item index=\"{}\" value={}", number + 1, self.quoted(item));
                    if let Some(preference) = preference {
                        xml += &format!(" evaluation=\"{}\"", preference.evaluations[number]);
                    }
                    xml += " cost=\"0\"/>";
                }
            }
            (Values::Whole { .. }, Some(Preference { evaluations, .. })) => {
                let (offset, slope) = (&evaluations[0], &evaluations[1]);
                xml += &format!("<evaluator ftype=\"linear\" offset=\"{offset}\" slope=\"{slope}\"/>");
            }
            (Values::Real { .. }, Some(Preference { evaluations, .. })) => {
                let (offset, slope) = (&evaluations[0], &evaluations[1]);
                xml += &format!("<evaluator ftype=\"linear\" parameter0=\"{offset}\" parameter1=\"{slope}\"/>");
            }
            _ => {}
        }
        if self.extras {
            xml += "<similarity_function weight=\"0.2\"><item index=\"1\" value=\"no value\" evaluation=\"7\"/></similarity_function>";
        }
        xml + "</issue>"
    }

    fn space(&self, party: Option<usize>) -> String {
        let mut xml = "<objective index=\"0\" name=\"all\" type=\"objective\">".to_owned();
        for place in 0..self.issues.len() {
            let preference = party.map(|party| &self.parties[party].0[place]);
            xml += &self.issue(place, preference);
            if let Some(preference) = preference {
                xml += &format!("<weight index=\"{}\" value=\"{}\"></weight>", place + 1, preference.weight);
            }
        }
        if self.extras {
            // Genius reads it from the outermost element alone.
            xml += "<reservation value=\"0.99\"/>";
        }
        xml += "</objective>";
        if self.extras {
            xml += "<seed value=\"7\"/><discount_factor value=\"0.5\"/>";
        }
        if let Some(reservation) = party.and_then(|party| self.parties[party].1.as_ref()) {
            xml += &format!("<reservation value=\"{reservation}\"/>");
        }
        xml
    }

    fn encoded(&self, text: &str) -> Vec<u8> {
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
        };
        match self.encoding {
            Encoding::Plain => text.as_bytes().to_vec(),
            Encoding::Marked => format!("\u{feff}{text}").into_bytes(),
            Encoding::Latin => {
                let text = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n{text}");
                text.chars().map(|letter| u8::try_from(letter).expect("a letter of Latin-1")).collect()
            }
            Encoding::LittleEndian => wide(u16::to_le_bytes),
            Encoding::BigEndian => wide(u16::to_be_bytes),
        }
    }

    /// What the program finds in a folder of these files, with two others beside them.
    fn analyzed(&self) -> Value {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("it can be written");
        let template =
            format!("<negotiation_template><utility_space>{}</utility_space></negotiation_template>", self.space(None));
        write("domain.xml", &self.encoded(&template));
        for party in 0..self.parties.len() {
            let profile = format!("<utility_space>{}</utility_space>", self.space(Some(party)));
            write(&format!("party-{party}.xml"), &self.encoded(&profile));
        }
        write("pareto.xml", b"0.7, 1.0\n1.0, 0.5\n");
        write("specials.json", b"{\"size\": 4, \"nash\": {}}");
        let path = folder.path().display().to_string();
        let output = Program::new().run(&["analyze", &path, "--format", "json"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("it is JSON")
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn domains_of_every_shape_agree_with_brute_force(shape in shapes()) {
        let found = shape.analyzed();
        let (issues, parties) = shape.reference();
        agree(&found, &brute(&issues, &parties));
        prop_assert_eq!(&found["left_out"], &serde_json::json!(["pareto.xml", "specials.json"]));
        prop_assert_eq!(&found["stopped_before"], &Value::Null);
        let similar = match issues.len() {
            1 => "<similarity_function>".to_owned(),
            several => format!("<similarity_function> ({several} times)"),
        };
        let aside = if shape.extras { vec!["<reservation>", "<seed>", similar.as_str()] } else { Vec::new() };
        prop_assert_eq!(&found["left_aside"], &serde_json::json!(aside));
        for party in found["parties"].as_array().expect("parties") {
            prop_assert_eq!(&party["left_aside"], &serde_json::json!(aside));
            let discount = if shape.extras { serde_json::json!("0.5") } else { Value::Null };
            prop_assert_eq!(&party["discount_factor"]["exact"], &discount);
        }
        let has = |sign: &str| found["warnings"].as_array().expect("warnings").iter().any(|w| w.to_string().contains(sign));
        let text = format!("{:?}", shape.issues);
        prop_assert_eq!(has("a lone &"), shape.lone && text.contains('&'));
        prop_assert_eq!(has("is real; 21 evenly spaced values"), text.contains("Real"));
    }
}
