//! What each act means to the rules, the bots, the review and the adviser, in one table.
//!
//! To add an act, add it to [`Act`], give it a row here, and name it in `talk.ftl` (`act-KEY` and `answer-KEY`).

use super::terms::{Act, Prediction};

/// What kind of thing an act does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    Asking,
    Exploring,
    Giving,
    Linking,
    Separating,
    Conditioning,
    Threatening,
    Refusing,
    Deflecting,
    Postponing,
    Courtesy,
    Leaving,
}

/// How much an answer yields, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Yielding {
    /// A refusal, with or without a reproach, or the end of the talk.
    Nothing,
    /// The talk continues: a different light, a question, a linkage, or a postponement.
    Talk,
    /// Something later or in exchange: an offer, a hint, or a promise for later.
    Later,
    /// Yes, or a courtesy.
    Yes,
}

/// What an act means. Most fields apply to the act as a move; `yields`, `predictions`, `binds` and `wants` apply to
/// answers.
#[derive(Debug)]
pub struct Profile {
    pub family: Family,
    pub yields: Yielding,
    /// The predictions this act proves right, one or two of them.
    pub predictions: &'static [Prediction],
    /// How far this act binds the side that says it: 0 not at all, 1 as a hint, 2 as an offer, 3 as a yes.
    pub binds: u8,
    /// Whether a side that answers with this act may still want something on the issue.
    pub wants: bool,
    /// How much it gives (1 or 2) or presses (-1 or -2).
    pub gives: i32,
    /// How strongly it argues for its issue, 1 to 3.
    pub insists: u32,
    /// Whether it puts terms to the other side that can be refused.
    pub proposes: bool,
    /// Whether it demands an immediate answer.
    pub claims: bool,
    pub bots: BotProfile,
}

/// How bots rank an act.
#[derive(Debug, Clone, Copy)]
pub struct BotProfile {
    /// Points for a bot that holds out.
    pub hard: i64,
    /// Points for a bot that gives way.
    pub soft: i64,
    /// How it sounds coming from the other side: 1 friendly, 0 neutral, -1 unfriendly.
    pub tone: i64,
    /// Points for a principled negotiator; `None` if such a negotiator never does this.
    pub principled: Option<i64>,
}

const BOTS: BotProfile = BotProfile { hard: 0, soft: 0, tone: 0, principled: Some(0) };

/// An act that only keeps the talk going. Each row of the table says where an act differs from this.
const PLAIN: Profile = Profile {
    family: Family::Deflecting,
    yields: Yielding::Talk,
    predictions: &[Prediction::TurnsRound],
    binds: 0,
    wants: true,
    gives: 0,
    insists: 1,
    proposes: false,
    claims: false,
    bots: BOTS,
};

impl Act {
    /// The row of the table for this act.
    #[inline]
    pub const fn profile(self) -> &'static Profile {
        match self {
            Act::Request => &Profile {
                family: Family::Asking,
                insists: 2,
                proposes: true,
                claims: true,
                bots: BotProfile { hard: 30, principled: Some(10), ..BOTS },
                ..PLAIN
            },
            Act::Offer => &Profile {
                family: Family::Giving,
                yields: Yielding::Later,
                predictions: &[Prediction::Yes, Prediction::TurnsRound],
                binds: 2,
                gives: 1,
                insists: 2,
                proposes: true,
                bots: BotProfile { soft: 40, tone: 1, principled: Some(30), ..BOTS },
                ..PLAIN
            },
            Act::Linkage => &Profile {
                family: Family::Linking,
                predictions: &[Prediction::YesLater, Prediction::TurnsRound],
                insists: 2,
                proposes: true,
                bots: BotProfile { hard: 40, ..BOTS },
                ..PLAIN
            },
            Act::Separation => &Profile {
                family: Family::Separating,
                bots: BotProfile { soft: 40, principled: Some(40), ..BOTS },
                ..PLAIN
            },
            Act::Precondition => &Profile {
                family: Family::Conditioning,
                gives: -2,
                insists: 3,
                proposes: true,
                claims: true,
                bots: BotProfile { hard: 60, soft: -60, tone: -1, principled: None },
                ..PLAIN
            },
            Act::Concession => &Profile {
                family: Family::Giving,
                yields: Yielding::Yes,
                predictions: &[Prediction::Yes],
                binds: 3,
                gives: 2,
                bots: BotProfile { hard: -60, soft: 60, tone: 1, principled: Some(25) },
                ..PLAIN
            },
            Act::Refusal => &Profile {
                family: Family::Refusing,
                yields: Yielding::Nothing,
                predictions: &[Prediction::No],
                gives: -1,
                bots: BotProfile { hard: 40, soft: -60, tone: -1, principled: Some(-30) },
                ..PLAIN
            },
            Act::Reframing => &Profile { bots: BotProfile { hard: 30, ..BOTS }, ..PLAIN },
            Act::Hint => &Profile {
                family: Family::Exploring,
                yields: Yielding::Later,
                predictions: &[Prediction::Hint],
                binds: 1,
                insists: 2,
                bots: BotProfile { tone: 1, principled: Some(50), ..BOTS },
                ..PLAIN
            },
            Act::Warning => &Profile {
                family: Family::Threatening,
                yields: Yielding::Nothing,
                predictions: &[Prediction::No, Prediction::TurnsRound],
                gives: -2,
                insists: 3,
                bots: BotProfile { hard: 60, soft: -60, tone: -1, principled: None },
                ..PLAIN
            },
            Act::Courtesy => &Profile {
                family: Family::Courtesy,
                yields: Yielding::Yes,
                predictions: &[Prediction::Yes],
                wants: false,
                bots: BotProfile { soft: 20, principled: Some(15), ..BOTS },
                ..PLAIN
            },
            Act::Question => &Profile {
                family: Family::Exploring,
                claims: true,
                bots: BotProfile { soft: 20, principled: Some(30), ..BOTS },
                ..PLAIN
            },
            Act::Accept => &Profile {
                family: Family::Giving,
                yields: Yielding::Yes,
                predictions: &[Prediction::Yes],
                binds: 3,
                wants: false,
                gives: 2,
                bots: BotProfile { hard: -60, soft: 60, tone: 1, principled: Some(45) },
                ..PLAIN
            },
            Act::AcceptLater => &Profile {
                family: Family::Postponing,
                yields: Yielding::Later,
                predictions: &[Prediction::YesLater],
                binds: 3,
                bots: BotProfile { tone: 1, ..BOTS },
                ..PLAIN
            },
            Act::Defer => &Profile {
                family: Family::Postponing,
                predictions: &[Prediction::YesLater, Prediction::NoAnswer],
                ..PLAIN
            },
            Act::Reproach => &Profile {
                yields: Yielding::Nothing,
                predictions: &[Prediction::No, Prediction::TurnsRound],
                bots: BotProfile { tone: -1, ..BOTS },
                ..PLAIN
            },
            Act::CounterQuestion => &PLAIN,
            Act::Silence => {
                &Profile { family: Family::Postponing, predictions: &[Prediction::NoAnswer], wants: false, ..PLAIN }
            }
            Act::Adjourn => &Profile {
                family: Family::Leaving,
                yields: Yielding::Nothing,
                predictions: &[Prediction::NoAnswer],
                bots: BotProfile { principled: None, ..BOTS },
                ..PLAIN
            },
        }
    }

    /// Whether this act ends the talk.
    pub const fn ends_talk(self) -> bool {
        matches!(self.profile().family, Family::Leaving)
    }

    /// Whether this act sets a condition or makes a threat.
    pub const fn is_ultimatum(self) -> bool {
        matches!(self.profile().family, Family::Conditioning | Family::Threatening)
    }

    /// Whether this act offers, concedes or accepts something.
    pub const fn is_giving(self) -> bool {
        matches!(self.profile().family, Family::Giving)
    }

    /// Whether this act gives something without asking for anything back.
    pub const fn concedes(self) -> bool {
        self.profile().gives >= 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_proves_some_prediction_right_and_none_proves_all() {
        for act in Act::ALL {
            let right = act.profile().predictions;
            assert!(!right.is_empty() && right.len() <= 2, "{}", act.key());
        }
        for prediction in Prediction::ALL {
            assert!(Act::ALL.iter().any(|act| act.profile().predictions.contains(prediction)), "{}", prediction.key());
        }
    }

    #[test]
    fn a_promise_for_later_is_neither_a_yes_nor_a_no_and_a_hint_is_only_a_hint() {
        assert_eq!(Act::AcceptLater.profile().predictions, &[Prediction::YesLater]);
        assert_eq!(Act::Hint.profile().predictions, &[Prediction::Hint]);
        assert_eq!(Act::Refusal.profile().predictions, &[Prediction::No]);
        assert_eq!(Act::Silence.profile().predictions, &[Prediction::NoAnswer]);
    }

    #[test]
    fn a_refusal_yields_least_a_promise_for_later_more_and_a_yes_most() {
        let of = |yields| {
            let acts = Act::ALL.iter().filter(move |act| act.profile().yields == yields);
            acts.map(|act| act.key()).collect::<Vec<_>>()
        };
        assert_eq!(of(Yielding::Nothing), ["refusal", "warning", "reproach", "adjourn"]);
        assert_eq!(of(Yielding::Later), ["offer", "hint", "accept-later"]);
        assert_eq!(of(Yielding::Yes), ["concession", "courtesy", "accept"]);
        assert!(
            Yielding::Nothing < Yielding::Talk && Yielding::Talk < Yielding::Later && Yielding::Later < Yielding::Yes
        );
    }

    #[test]
    fn only_a_condition_or_a_threat_presses_hardest() {
        for act in Act::ALL {
            assert_eq!(act.is_ultimatum(), act.profile().gives == -2, "{}", act.key());
        }
    }
}
