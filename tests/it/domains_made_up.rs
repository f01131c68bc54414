//! Domains made up at random: written in both formats they are read back exactly, and agree with brute force.

use std::collections::BTreeMap;

use crate::brute::{Deal, Party, agree, brute, number};
use num_rational::BigRational;
use proptest::prelude::*;
use serde_json::Value;
use we_can_wait::analysis::Watch;
use we_can_wait::analysis::domain::{Domain, exact, genius, geniusweb, rounded};

/// A domain as it is made up for a test: utilities in thousandths, weights in hundredths, the best value of each issue worth 1.
#[derive(Debug, Clone)]
struct MadeUp {
    issues: Vec<(String, Vec<String>)>,
    parties: Vec<MadeUpParty>,
}

#[derive(Debug, Clone)]
struct MadeUpParty {
    weights: Vec<u32>,
    utilities: Vec<Vec<u32>>,
    /// For each issue the place of the value in the reservation bid.
    bid: Vec<usize>,
}

fn made_up() -> impl Strategy<Value = MadeUp> {
    let names = || prop::collection::btree_set("[a-zA-Z<>&\"'\\\\é日 ]{1,6}", 1..5);
    let issues = prop::collection::btree_map("[a-z<>&\"'é]{1,6}", names(), 1..4);
    (issues, 2_usize..4).prop_flat_map(|(issues, parties)| {
        let issues: Vec<(String, Vec<String>)> =
            issues.into_iter().map(|(issue, values)| (issue, values.into_iter().collect())).collect();
        let sizes: Vec<usize> = issues.iter().map(|(_, values)| values.len()).collect();
        let parties = prop::collection::vec(made_up_party(sizes), parties);
        parties.prop_map(move |parties| MadeUp { issues: issues.clone(), parties })
    })
}

fn made_up_party(sizes: Vec<usize>) -> impl Strategy<Value = MadeUpParty> {
    let utilities: Vec<_> = sizes.iter().map(|size| (prop::collection::vec(0_u32..=1_000, *size), 0..*size)).collect();
    let bid: Vec<_> = sizes.iter().map(|size| 0..*size).collect();
    let cuts = prop::collection::vec(0_u32..=100, sizes.len() - 1);
    (utilities, bid, cuts).prop_map(|(utilities, bid, mut cuts)| {
        cuts.push(100);
        cuts.sort_unstable();
        let before = [0].into_iter().chain(cuts.clone());
        let utilities = utilities.into_iter().map(|(mut utilities, best)| {
            utilities[best] = 1_000;
            utilities
        });
        MadeUpParty {
            weights: cuts.iter().zip(before).map(|(cut, before)| cut - before).collect(),
            utilities: utilities.collect(),
            bid,
        }
    })
}

impl MadeUp {
    fn exact(&self) -> Vec<Vec<Vec<BigRational>>> {
        let utility = |weight: u32, utility: u32| BigRational::new((weight * utility).into(), 100_000.into());
        let parties = self.parties.iter().map(|party| {
            let issues = party.weights.iter().zip(&party.utilities);
            let issues = issues.map(|(weight, utilities)| utilities.iter().map(|u| utility(*weight, *u)).collect());
            issues.collect()
        });
        parties.collect()
    }

    fn weighed(&self, reservation: impl Fn(&MadeUpParty) -> BigRational) -> Vec<Party> {
        let parties = self.parties.iter().zip(self.exact()).map(|(party, exact)| {
            let mut worth = BTreeMap::new();
            for ((issue, values), exact) in self.issues.iter().zip(exact) {
                for (value, exact) in values.iter().zip(exact) {
                    worth.insert((issue.clone(), value.clone()), exact);
                }
            }
            Party { worth, reservation: reservation(party) }
        });
        parties.collect()
    }

    /// As Genius writes it; evaluations go up to 2,000, so that they have to be divided.
    fn in_genius(&self) -> (String, Vec<String>) {
        let quoted = |text: &str| {
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            format!("\"{}\"", text.replace('"', "&quot;"))
        };
        let space = |party: Option<&MadeUpParty>| {
            let mut xml = "<objective index=\"0\" name=\"made up\" type=\"objective\">".to_owned();
            for (place, (issue, values)) in self.issues.iter().enumerate() {
                xml += &format!("<issue index=\"{}\" name={} type=\"discrete\">", place + 1, quoted(issue));
                for (value, name) in values.iter().enumerate() {
                    xml += &format!("<item index=\"{}\" value={}", value + 1, quoted(name));
                    if let Some(party) = party {
                        xml += &format!(" evaluation=\"{}.0\"", 2 * party.utilities[place][value]);
                    }
                    xml += "></item>";
                }
                xml += "</issue>";
                if let Some(party) = party {
                    let weight = format!("{}E-2", party.weights[place]);
                    xml += &format!("<weight index=\"{}\" value=\"{weight}\"></weight>", place + 1);
                }
            }
            xml + "</objective>"
        };
        let template =
            format!("<negotiation_template><utility_space>{}</utility_space></negotiation_template>", space(None));
        let profiles = self
            .parties
            .iter()
            .map(|party| format!("<utility_space>{}<reservation value=\"0.25\"/></utility_space>", space(Some(party))));
        (template, profiles.collect())
    }

    /// As GeniusWeb writes it.
    fn in_geniusweb(&self) -> Vec<String> {
        let mut values = serde_json::Map::new();
        for (issue, names) in &self.issues {
            values.insert(issue.clone(), serde_json::json!({ "values": names }));
        }
        let parties = self.parties.iter().map(|party| {
            let (mut utilities, mut weights, mut bid) = Default::default();
            let insert = |map: &mut serde_json::Map<String, Value>, key: &str, value: Value| {
                map.insert(key.to_owned(), value);
            };
            for (place, (issue, names)) in self.issues.iter().enumerate() {
                let mut own = serde_json::Map::new();
                for (name, utility) in names.iter().zip(&party.utilities[place]) {
                    insert(&mut own, name, serde_json::json!(f64::from(*utility) / 1_000.0));
                }
                insert(&mut utilities, issue, serde_json::json!({ "discreteutils": { "valueUtilities": own } }));
                insert(&mut weights, issue, serde_json::json!(f64::from(party.weights[place]) / 100.0));
                insert(&mut bid, issue, serde_json::json!(names[party.bid[place]]));
            }
            let space = serde_json::json!({
                "name": "madeup",
                "domain": { "name": "made up", "issuesValues": values },
                "issueUtilities": utilities,
                "issueWeights": weights,
                "reservationBid": { "issuevalues": bid },
            });
            serde_json::json!({ "LinearAdditiveUtilitySpace": space }).to_string()
        });
        parties.collect()
    }
}

fn read_genius(made_up: &MadeUp) -> Domain {
    let (template, profiles) = made_up.in_genius();
    let template = genius::template(&template).expect("the domain is whole");
    let profiles = profiles.iter().map(|text| genius::profile(text, "one", &template).expect("the profile is whole"));
    Domain { profiles: profiles.collect(), topic: template.topic.clone() }
}

fn read_geniusweb(made_up: &MadeUp) -> Domain {
    let files = made_up.in_geniusweb();
    let files = files.iter().map(|text| geniusweb::read(text).expect("the profile is whole"));
    geniusweb::domain(files.collect()).expect("they speak of the same")
}

/// What was found of a domain, put as the program puts it.
fn found(domain: &Domain) -> Value {
    let found = domain.survey(&Watch::default()).expect("it can be gone through");
    let outcome = |place: &usize| {
        let values = &found.frontier[*place].values;
        let floats: Vec<f64> = values.iter().map(|value| rounded(value, 12).parse().expect("a number")).collect();
        let alike = &found.alike[*place];
        let deals: Vec<Deal> = alike
            .deals
            .iter()
            .map(|deal| domain.named(deal).into_iter().map(|(i, v)| (i.to_owned(), v.to_owned())).collect())
            .collect();
        let exact: Vec<String> = values.iter().map(exact).collect();
        serde_json::json!({ "values": floats, "exact": exact, "count": alike.count, "deals": deals })
    };
    let all = |places: &[usize]| places.iter().map(outcome).collect::<Vec<_>>();
    let ties = &found.ties;
    serde_json::json!({
        "deals": found.deals,
        "zone_of_agreement": found.zone,
        "opposition": found.opposition as f64 / 1e12,
        "frontier": all(&(0..found.frontier.len()).collect::<Vec<_>>()),
        "nash": all(&ties.nash),
        "kalai_smorodinsky": all(&ties.kalai_smorodinsky),
        "egalitarian": all(&ties.egalitarian),
        "welfare": all(&ties.welfare),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn what_is_written_in_either_format_is_read_back_exactly(made_up in made_up()) {
        for domain in [read_genius(&made_up), read_geniusweb(&made_up)] {
            let names: Vec<(String, Vec<String>)> =
                domain.topic.issues.iter().map(|i| (i.name.clone(), i.values.clone())).collect();
            prop_assert_eq!(&names, &made_up.issues);
            let utilities: Vec<_> = domain.profiles.iter().map(|p| p.utilities.clone()).collect();
            prop_assert_eq!(utilities, made_up.exact());
        }
        let genius = read_genius(&made_up);
        prop_assert!(genius.profiles.iter().all(|p| p.reservation == number("0.25")));
        for (profile, party) in read_geniusweb(&made_up).profiles.iter().zip(&made_up.parties) {
            let bid = party.bid.iter().zip(&profile.utilities).map(|(value, utilities)| &utilities[*value]);
            prop_assert_eq!(&profile.reservation, &bid.sum::<BigRational>());
        }
    }

    #[test]
    fn domains_that_are_made_up_agree_with_brute_force(made_up in made_up()) {
        agree(&found(&read_genius(&made_up)), &brute(&made_up.issues, &made_up.weighed(|_| number("0.25"))));
        let bid = |party: &MadeUpParty| -> BigRational {
            let parts = party.bid.iter().zip(party.weights.iter().zip(&party.utilities));
            let thousandths: u32 = parts.map(|(value, (weight, utilities))| weight * utilities[*value]).sum();
            BigRational::new(thousandths.into(), 100_000.into())
        };
        agree(&found(&read_geniusweb(&made_up)), &brute(&made_up.issues, &made_up.weighed(bid)));
    }
}
