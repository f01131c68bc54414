//! Resolves what parties want, who has to accept a deal at home, and how endings are measured.

use super::*;

/// Placeholder for a value that is missing. A fault reports it.
const NOTHING: Range = Range { low: 0, mid: 0, high: 0 };

impl Resolver<'_> {
    pub(super) fn values(&mut self, issues: &[Issue]) -> Option<Vec<Values>> {
        let mut all = Vec::new();
        for party in &self.draft.scenario.parties {
            let Some(values) = self.draft.values.iter().find(|v| v.party.text == party.id.text) else {
                let message = format!("no file in values/ says what \"{}\" wants", party.id.text);
                self.fault(Cause::MissingIn("values"), Diagnostic::error("WCW026", message, party.id.place, None));
                continue;
            };
            let resolved = self.values_of(values, issues);
            all.push(resolved);
        }
        (all.len() == self.draft.scenario.parties.len()).then_some(all)
    }

    pub(super) fn values_of(&mut self, draft: &ValuesDraft, issues: &[Issue]) -> Values {
        let preferences =
            issues.iter().filter(|issue| !issue.pairs.is_empty()).map(|issue| self.preference(draft, issue)).collect();
        Values {
            party: draft.party.resolve(self),
            preferences,
            linkages: draft.linkages.resolve(self),
            reservation: draft.reservation.value.resolve(self),
            batna: draft.reservation.batna.clone(),
            batna_source: draft.reservation.source.resolve(self),
            audiences: draft.audiences.resolve(self),
        }
    }

    pub(super) fn preference(&mut self, draft: &ValuesDraft, issue: &Issue) -> Preference {
        let found = draft.preferences.iter().find(|p| p.issue.text == issue.id);
        let Some(preference) = found else {
            let message = format!("\"{}\" says nothing of the issue \"{}\"", draft.party.text, issue.id);
            let fault = Diagnostic::error("WCW026", message, draft.party.place, None);
            self.fault(Cause::MissingIn("values"), fault);
            return Preference { weight: NOTHING, source: Basis::Judgement(String::new()), points: Vec::new() };
        };
        let points = issue.pairs.iter().map(|pair| self.points(preference, issue, *pair)).collect();
        Preference { weight: preference.weight.resolve(self), source: preference.source.resolve(self), points }
    }

    pub(super) fn points(&mut self, preference: &PreferenceDraft, issue: &Issue, pair: Pair) -> (Range, Basis) {
        let position = issue.positions.get(pair.position.index()).map_or("", |p| p.id.as_str());
        let found =
            preference.points.iter().find(|points| points.position.text == position && points.timing == pair.timing);
        match found {
            Some(points) => {
                let source = points.source.as_ref().unwrap_or(&preference.source);
                (points.points.resolve(self), source.resolve(self))
            }
            None => {
                let when = pair.timing.map_or_else(String::new, |timing| format!(", {timing:?}"));
                let message = format!("no points for \"{position}\"{when} on \"{}\"", issue.id);
                let fault = Diagnostic::error("WCW027", message, preference.issue.place, None);
                let issues = self.draft.scenario.issues.iter();
                let defined = issues.flat_map(|i| &i.positions).find(|p| p.id.text == position);
                let place = defined.and_then(|position| position.id.place);
                self.fault(Cause::Own, fault.and(place, "it can be agreed here"));
                (NOTHING, Basis::Judgement(String::new()))
            }
        }
    }

    pub(super) fn measures(&mut self, endings: &EndingsDraft) -> Option<Vec<MeasureText>> {
        let mut all = Vec::new();
        for measure in Measure::ALL {
            let found = endings.measures.iter().find(|m| m.measure == *measure);
            let Some(draft) = found.filter(|m| m.bands.len() == 5) else {
                let message = format!("the endings have no five bands for the measure {measure:?}");
                let any = found.or_else(|| endings.measures.first());
                let place = any.map_or(&self.draft.scenario.id, |m| &m.name).place;
                self.fault(Cause::MissingIn("endings"), Diagnostic::error("WCW028", message, place, None));
                continue;
            };
            all.push(draft.resolve(self));
        }
        (all.len() == Measure::ALL.len()).then_some(all)
    }
}
