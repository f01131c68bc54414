//! What parties want, who must accept it at home, and how endings are measured.

use super::*;

impl Resolver<'_> {
    pub(super) fn values(&mut self, issues: &[Issue]) -> Option<Vec<Values>> {
        let mut all = Vec::new();
        for party in &self.draft.scenario.parties {
            let Some(values) = self.draft.values.iter().find(|v| v.party.text == party.id.text) else {
                let message = format!("no file in values/ says what \"{}\" wants", party.id.text);
                self.fault("WCW026", party.id.place, message, None);
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
            party: self.party(&draft.party),
            preferences,
            linkages: draft.linkages.iter().map(|linkage| self.linkage(linkage)).collect(),
            reservation: range(draft.reservation.value),
            batna: draft.reservation.batna.clone(),
            batna_source: self.basis(&draft.reservation.source),
            audiences: draft.audiences.iter().map(|audience| self.audience(audience)).collect(),
        }
    }

    pub(super) fn preference(&mut self, draft: &ValuesDraft, issue: &Issue) -> Preference {
        let found = draft.preferences.iter().find(|p| p.issue.text == issue.id);
        let Some(preference) = found else {
            let message = format!("\"{}\" says nothing of the issue \"{}\"", draft.party.text, issue.id);
            self.fault("WCW026", draft.party.place, message, None);
            return Preference {
                weight: range(RangeDraft(0, 0, 0)),
                source: Basis::Judgement(String::new()),
                points: Vec::new(),
            };
        };
        let points = issue.pairs.iter().map(|pair| self.points(preference, issue, *pair)).collect();
        Preference { weight: range(preference.weight), source: self.basis(&preference.source), points }
    }

    pub(super) fn points(&mut self, preference: &PreferenceDraft, issue: &Issue, pair: Pair) -> (Range, Basis) {
        let position = issue.positions.get(pair.position.index()).map_or("", |p| p.id.as_str());
        let found =
            preference.points.iter().find(|points| points.position.text == position && points.timing == pair.timing);
        match found {
            Some(points) => {
                let source = points.source.as_ref().unwrap_or(&preference.source);
                (range(points.points), self.basis(source))
            }
            None => {
                let when = pair.timing.map_or_else(String::new, |timing| format!(", {timing:?}"));
                let message = format!("no points for \"{position}\"{when} on \"{}\"", issue.id);
                let fault = Diagnostic::error("WCW027", message, preference.issue.place, None);
                let issues = self.draft.scenario.issues.iter();
                let defined = issues.flat_map(|i| &i.positions).find(|p| p.id.text == position);
                let place = defined.and_then(|position| position.id.place);
                self.faults.push(fault.and(place, "it can be agreed here"));
                (range(RangeDraft(0, 0, 0)), Basis::Judgement(String::new()))
            }
        }
    }

    pub(super) fn linkage(&mut self, draft: &LinkageDraft) -> Linkage {
        Linkage {
            id: draft.id.text.clone(),
            text: draft.text.clone(),
            keeps: self.deal_condition(&draft.keeps),
            loses: range(draft.loses),
            hard: draft.hard,
            source: self.basis(&draft.source),
        }
    }

    pub(super) fn audience(&mut self, draft: &AudienceDraft) -> Audience {
        Audience {
            id: draft.id.text.clone(),
            name: draft.name.clone(),
            wants: draft.wants.clone(),
            looks: draft
                .accepts
                .iter()
                .map(|look| Look {
                    issue: self.issue(&look.issue),
                    accepts: self.deal_condition(&look.accepts),
                    yes: look.yes.clone(),
                    no: look.no.clone(),
                    essential: look.essential,
                })
                .collect(),
            ratifies: draft.ratifies,
            claimed_by: draft.claimed_by.as_ref().map(|id| self.person(id)),
            source: self.basis(&draft.source),
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
                self.fault("WCW028", place, message, None);
                continue;
            };
            all.push(MeasureText {
                measure: *measure,
                name: draft.name.text.clone(),
                plain: draft.plain.clone(),
                bands: draft.bands.clone(),
            });
        }
        (all.len() == Measure::ALL.len()).then_some(all)
    }

    pub(super) fn single_cases(&mut self, endings: &EndingsDraft) -> Vec<SingleCase> {
        let drafts = &endings.single_case_rules;
        drafts
            .iter()
            .map(|draft| SingleCase {
                id: draft.id.text.clone(),
                rule: draft.rule.clone(),
                instance: self.basis(&draft.instance),
                other_reading: draft.other_reading.clone(),
            })
            .collect()
    }
}

pub(super) fn earns(draft: &EarnsDraft) -> Earns {
    Earns {
        kind: draft.kind,
        strength: draft.strength,
        percent: draft.percent.min(100),
        because: draft.because.clone(),
    }
}

pub(super) fn range(draft: RangeDraft) -> Range {
    Range { low: draft.0, mid: draft.1, high: draft.2 }
}
