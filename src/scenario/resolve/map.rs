//! The map: what its places, views and positions are called is looked up.

use super::*;
use crate::scenario::coast::{Extent, land_at, unrolled};
use crate::scenario::place::Written;

/// Entries of the map, sorted by what they are.
struct Sorted<'d> {
    views: Vec<&'d ViewDraft>,
    places: Vec<&'d PlaceDraft>,
    changes: Vec<&'d ChangeDraft>,
}

impl<'d> Sorted<'d> {
    fn of(map: &'d [MapDraft]) -> Self {
        let mut sorted = Self { views: Vec::new(), places: Vec::new(), changes: Vec::new() };
        for entry in map {
            match entry {
                MapDraft::View(view) => sorted.views.push(view),
                MapDraft::Place(place) => sorted.places.push(place),
                MapDraft::Change(change) => sorted.changes.push(change),
            }
        }
        sorted
    }
}

impl Resolver<'_> {
    pub(super) fn chart(&mut self) -> Chart {
        let sorted = Sorted::of(&self.draft.map);
        let views = number(sorted.views.iter().map(|view| &view.id));
        let places = number(sorted.places.iter().map(|place| &place.id));
        Chart {
            views: sorted.views.iter().map(|view| view_of(view)).collect(),
            places: sorted.places.iter().map(|place| self.place_of(place, &views)).collect(),
            changes: sorted.changes.iter().map(|change| self.change_of(change, &places)).collect(),
        }
    }

    fn place_of(&mut self, draft: &PlaceDraft, views: &HashMap<String, u16>) -> MapPlace {
        let mut shown = vec![false; views.len()];
        for id in &draft.views {
            match views.get(&id.text) {
                Some(index) => {
                    if let Some(shown) = shown.get_mut(usize::from(*index)) {
                        *shown = true;
                    }
                }
                None => self.unknown(Kind::View, id, views),
            }
        }
        MapPlace {
            id: draft.id.text.clone(),
            kind: draft.kind,
            name: draft.name.clone(),
            at: draft.at,
            views: shown,
            plain: draft.plain.clone(),
            state: draft.state.clone(),
            known: known(&draft.keys, draft.mark),
            held_by: draft.held_by.resolve(self),
            claims: draft
                .claims
                .iter()
                .map(|claim| MapClaim {
                    party: claim.party.resolve(self),
                    text: claim.text.clone(),
                    own: claim.own,
                    known: known(&claim.keys, claim.mark),
                })
                .collect(),
            // That each lies on land is the check's business.
            lands: draft.islands.iter().copied().filter_map(land_at).collect(),
            outline: unrolled(&draft.outline),
            line: unrolled(&draft.line),
            drawn_from: draft.drawn_from.clone(),
        }
    }

    fn change_of(&mut self, draft: &ChangeDraft, places: &HashMap<String, u16>) -> MapChange {
        let issue = draft.issue.resolve(self);
        let position = self.position(issue, &draft.position);
        let mut becomes = Vec::new();
        for change in &draft.becomes {
            let fate = change.fate.resolve(self);
            match places.get(&change.place.text) {
                Some(place) => becomes.push((usize::from(*place), fate)),
                None => self.unknown(Kind::Place, &change.place, places),
            }
        }
        MapChange { issue, position, text: draft.text.clone(), becomes }
    }
}

fn known(keys: &[Written], mark: Option<char>) -> Known {
    Known { keys: keys.iter().map(|key| key.text.clone()).collect(), mark }
}

fn view_of(draft: &ViewDraft) -> MapView {
    MapView {
        id: draft.id.text.clone(),
        name: draft.name.clone(),
        plain: draft.plain.clone(),
        extent: Extent { west: draft.west, east: draft.east, south: draft.south, north: draft.north },
    }
}
