//! The scenes laid over the map: the situation on the day, what each position would change, and what is on the table in
//! this game.

use crate::language::arg;
use crate::negotiation::Session;
use crate::scenario::resolved::{Fate, MapChange, MapPlace, Pair};
use crate::scenario::{IssueId, PartyId};
use crate::view::ledger;

use super::{Look, Scene, SceneGroup, Shown, Side, Standing};

pub(super) fn groups(look: Look<'_>, session: Option<&Session>) -> Vec<SceneGroup> {
    let mut groups = vec![look.as_it_was()];
    let issues = look.issues();
    groups.extend(issues.iter().map(|issue| look.positions(*issue)));
    groups.extend(session.map(|session| look.on_table(session, &issues)));
    groups
}

impl Look<'_> {
    /// Issues that the map shows something about, in the scenario's order.
    fn issues(&self) -> Vec<IssueId> {
        let scenario = self.wording.scenario;
        let told = |issue: &IssueId| {
            let mut changes = scenario.map.changes.iter();
            changes.any(|change| change.issue == *issue)
        };
        scenario.issue_ids().filter(told).collect()
    }

    fn changes_on(&self, issue: IssueId) -> impl Iterator<Item = &MapChange> {
        let changes = self.wording.scenario.map.changes.iter();
        changes.filter(move |change| change.issue == issue)
    }

    /// The year of the talk, for headings.
    fn year(&self) -> u16 {
        self.wording.scenario.date.0
    }

    fn as_it_was(&self) -> SceneGroup {
        let year = [arg("year", i64::from(self.year()))];
        let catalogue = self.wording.catalogue;
        SceneGroup {
            name: catalogue.msg_with("atlas-as-it-was", &year),
            scenes: vec![Scene {
                name: catalogue.msg_with("atlas-as-it-was", &year),
                side: None,
                sentences: vec![self.msg("atlas-as-it-was-says")],
                standings: self.standings(&[]),
            }],
        }
    }

    fn positions(&self, issue: IssueId) -> SceneGroup {
        let form = self.wording.scenario.issue(issue);
        let mut changes: Vec<&MapChange> = self.changes_on(issue).collect();
        changes.sort_by_key(|change| change.position);
        let scenes = changes.into_iter().filter_map(|change| {
            let position = form.positions.get(change.position.index())?;
            Some(Scene {
                name: position.name.clone(),
                side: None,
                sentences: vec![change.text.clone()],
                standings: self.standings(&[change]),
            })
        });
        SceneGroup { name: form.name.clone(), scenes: scenes.collect() }
    }

    fn on_table(&self, session: &Session, issues: &[IssueId]) -> SceneGroup {
        let ours = |issue| (ledger::our_pair(session, issue), "atlas-asked-nothing");
        let theirs = |issue| {
            let pair = ledger::their_pair(self.wording, session, issue);
            (pair, "atlas-said-nothing")
        };
        let scenes = vec![
            self.wish(Side::Ours, "atlas-ours", issues, ours),
            self.wish(Side::Theirs, "atlas-theirs", issues, theirs),
        ];
        SceneGroup { name: self.msg("atlas-on-table"), scenes }
    }

    /// The scene of everything a side wants on the issues of the map.
    fn wish(
        &self,
        side: Side,
        name: &str,
        issues: &[IssueId],
        last: impl Fn(IssueId) -> (Option<Pair>, &'static str),
    ) -> Scene {
        let mut changes = Vec::new();
        let mut sentences = Vec::new();
        for issue in issues {
            let (pair, nothing) = last(*issue);
            let issue_name = self.wording.scenario.issue(*issue).name.as_str();
            let Some(pair) = pair else {
                let args = [arg("issue", issue_name)];
                sentences.push(self.wording.catalogue.msg_with(nothing, &args));
                continue;
            };
            let mut told = self.changes_on(*issue);
            let change = told.find(|change| change.position == pair.position);
            let args = [
                arg("issue", issue_name),
                arg("pair", self.wording.pair(*issue, pair)),
                arg("change", change.map_or("", |change| change.text.as_str())),
            ];
            sentences.push(self.wording.catalogue.msg_with("atlas-wish", &args));
            changes.extend(change);
        }
        Scene { name: self.msg(name), side: Some(side), sentences, standings: self.standings(&changes) }
    }

    /// What each place becomes if these changes are made.
    fn standings(&self, changes: &[&MapChange]) -> Vec<Option<Shown>> {
        let map = &self.wording.scenario.map;
        let standings = map.place_ids().zip(&map.places).map(|(number, place)| {
            let becomes = changes.iter().flat_map(|change| &change.becomes);
            let mut fate = becomes.filter(|becomes| becomes.place == number).map(|becomes| becomes.fate);
            match fate.next_back() {
                Some(fate) => Some(self.standing_after(place, fate)),
                None => self.on_the_day(place),
            }
        });
        standings.collect()
    }

    fn on_the_day(&self, place: &MapPlace) -> Option<Shown> {
        let holder = place.held_by?;
        let by = self.side(holder);
        let rival = place.claims.iter().find(|c| c.own && c.party != holder);
        let standing = match rival {
            Some(_) => Standing::Claimed { by },
            None => Standing::Held(by),
        };
        let words = self.held_words(place, holder, rival.map(|claim| claim.party));
        Some(self.shown(place, standing, words, false))
    }

    fn shown(&self, place: &MapPlace, standing: Standing, words: String, changed: bool) -> Shown {
        let kind = self.msg(super::kind_key(place.kind));
        let args = [arg("kind", kind), arg("words", words.as_str())];
        let kind_and_words = self.wording.catalogue.msg_with("atlas-kind-and-words", &args);
        Shown { standing, words, kind_and_words, changed }
    }

    fn held_words(&self, place: &MapPlace, holder: PartyId, rival: Option<PartyId>) -> String {
        let holder = arg("party", self.party_name(holder));
        let key = match (is_water(place), rival) {
            (true, _) => "atlas-rules-of",
            (false, None) => "atlas-held-by",
            (false, Some(_)) => "atlas-claimed-by",
        };
        let rival = arg("rival", rival.map_or_else(String::new, |r| self.party_name(r)));
        self.wording.catalogue.msg_with(key, &[holder, rival])
    }

    fn standing_after(&self, place: &MapPlace, fate: Fate) -> Shown {
        let water = is_water(place);
        let (standing, words) = match fate {
            Fate::Of(party) => {
                let key = if water { "atlas-rules-of" } else { "atlas-goes-to" };
                let args = [arg("party", self.party_name(party)), arg("rival", "")];
                let words = self.wording.catalogue.msg_with(key, &args);
                (Standing::Held(self.side(party)), words)
            }
            Fate::Both => {
                let key = if water { "atlas-rules-of-both" } else { "atlas-both" };
                (Standing::Both, self.msg(key))
            }
            Fate::Open => (Standing::Open, self.msg("atlas-open")),
            Fate::Free => (Standing::Free, self.msg("atlas-free")),
            Fate::Shut => (Standing::Shut, self.msg("atlas-shut")),
        };
        self.shown(place, standing, words, true)
    }
}

fn is_water(place: &MapPlace) -> bool {
    use crate::scenario::draft::PlaceKind;
    matches!(place.kind, PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line)
}
