//! The closed vocabularies of negotiation: acts, timings, commitments, bars, predictions and more.

/// Defines a closed vocabulary: an enum whose members each have a stable key for catalogues and files.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every member, in order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// Stable lower-case key, used in message catalogues and machine-readable output.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// Looks up a member by its key.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.key() == key)
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// A diplomatic act, by a player or a counterpart.
    Act {
        /// Asks for something.
        Request = "request",
        /// Offers something.
        Offer = "offer",
        /// Ties one issue to another.
        Linkage = "linkage",
        /// Takes one issue out of a package.
        Separation = "separation",
        /// Makes one thing the condition of another.
        Precondition = "precondition",
        /// Gives ground.
        Concession = "concession",
        /// Says no.
        Refusal = "refusal",
        /// Puts the matter in a different light.
        Reframing = "reframing",
        /// Hints, or asks for a hint.
        Hint = "hint",
        /// Threatens: says what will happen otherwise.
        Warning = "warning",
        /// Thanks, greets, praises.
        Courtesy = "courtesy",
        /// Asks a question.
        Question = "question",
        /// Says yes.
        Accept = "accept",
        /// Says yes, but later.
        AcceptLater = "accept-later",
        /// Leaves the point for later.
        Defer = "defer",
        /// Reproaches.
        Reproach = "reproach",
        /// Answers with a question.
        CounterQuestion = "counter-question",
        /// Says nothing.
        Silence = "silence",
        /// Ends the talk.
        Adjourn = "adjourn",
    }
}

vocabulary! {
    /// When a clause takes effect, relative to the two milestones.
    Timing {
        /// Before the first milestone (in Moscow 1955: normalization).
        Before = "before",
        /// With the first milestone.
        With = "with",
        /// Between the two milestones.
        Between = "between",
        /// With the second milestone (in Moscow 1955: the peace treaty).
        Treaty = "treaty",
        /// After the second milestone.
        After = "after",
        /// The time is left open.
        Open = "open",
    }
}

vocabulary! {
    /// Where the words of a talk come from.
    Speech {
        /// There is a record of the talk, and its words are quoted.
        Recorded = "recorded",
        /// The talk took place, but no record of it is available: everything said in it is the author's inference.
        Inferred = "inferred",
        /// The talk, its people and its places are made up.
        Invented = "invented",
    }
}

vocabulary! {
    /// The kinds of statement that stay on the table.
    CommitmentKind {
        /// A condition set before anything else can be agreed.
        Precondition = "precondition",
        /// A promise.
        Promise = "promise",
        /// A hint.
        Hint = "hint",
        /// Something expressly left possible.
        OpenDoor = "open-door",
        /// A refusal.
        Refusal = "refusal",
        /// An offer.
        Offer = "offer",
    }
}

vocabulary! {
    /// How firm a hint has become.
    Strength {
        /// Given once.
        Given = "given",
        /// Confirmed when asked.
        Confirmed = "confirmed",
        /// Backed by the head of government.
        Covered = "covered",
    }
}

vocabulary! {
    /// The six bars that describe the mood in the room, each from 0 to 100.
    Bar {
        /// Trust between the two sides.
        Trust = "trust",
        /// Face (standing and dignity) of the player's side.
        OwnFace = "own-face",
        /// Face of the other side.
        TheirFace = "their-face",
        /// How patient the player's side still is.
        OwnPatience = "own-patience",
        /// How patient the other side still is.
        TheirPatience = "their-patience",
        /// How far the government and public at home would follow the player.
        Home = "home",
    }
}

vocabulary! {
    /// What a player can predict about an answer.
    Prediction {
        /// Yes.
        Yes = "yes",
        /// Yes, but later.
        YesLater = "yes-later",
        /// No.
        No = "no",
        /// An answer that turns the point round, with a counter-question or another argument.
        TurnsRound = "turns-round",
        /// A hint.
        Hint = "hint",
        /// No answer.
        NoAnswer = "no-answer",
    }
}

vocabulary! {
    /// The measures used to judge an ending, shown side by side.
    Measure {
        /// The player's own interests.
        Interests = "interests",
        /// The joint value for both sides.
        Joint = "joint",
        /// Whether the deal could be ratified at home.
        Ratifiable = "ratifiable",
        /// The relationship between the two sides.
        Relationship = "relationship",
    }
}

vocabulary! {
    /// The numbers that define a counterpart's style, each from 0 to 100.
    Figure {
        /// How ready the counterpart is to yield before anything else is counted.
        Base = "base",
        /// How much it matters that the counterpart's aims have come down.
        Aspiration = "aspiration",
        /// How much it matters what the other side has given since the counterpart last gave way.
        Reciprocity = "reciprocity",
        /// How much it matters what the requested clause would cost the counterpart.
        Cost = "cost",
        /// How much the counterpart's face matters.
        Face = "face",
        /// How much it matters what the other side seems to care about most.
        Priorities = "priorities",
        /// How far lost patience lowers the counterpart's aims, in addition to time.
        Impatience = "impatience",
        /// The readiness at which a harder counterpart does more than refuse.
        TurnsRound = "turns-round",
        /// The readiness at which a harder counterpart promises, hints or offers.
        Later = "later",
        /// The readiness at which a harder counterpart says yes.
        Yes = "yes",
        /// The most points by which a bar may miss a stance's condition. A forthcoming counterpart gets all of it when
        /// fully ready; a harder one when not ready at all.
        Slack = "slack",
    }
}

impl Figure {
    /// Whether this figure is the weight of one of the five terms of the judgement.
    pub const fn is_weight(self) -> bool {
        matches!(self, Figure::Aspiration | Figure::Reciprocity | Figure::Cost | Figure::Face | Figure::Priorities)
    }
}

impl Bar {
    /// Index of the bar in the room, 0 to 5.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The same bar seen from the other side. `None` for [`Bar::Home`], because the other side can't see it.
    pub const fn from_opposite(self) -> Option<Self> {
        match self {
            Bar::Trust => Some(Bar::Trust),
            Bar::OwnFace => Some(Bar::TheirFace),
            Bar::TheirFace => Some(Bar::OwnFace),
            Bar::OwnPatience => Some(Bar::TheirPatience),
            Bar::TheirPatience => Some(Bar::OwnPatience),
            Bar::Home => None,
        }
    }
}
