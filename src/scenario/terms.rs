//! The closed vocabularies of the field: acts, timings, commitments, bars, predictions.

/// Defines a closed vocabulary whose members are listed once and have a stable key for catalogues and files.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// Stable lower-case key, used in message catalogues and machine-readable output.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// Finds a member by its key.
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
        /// Puts the matter in another light.
        Reframing = "reframing",
        /// Hints, or asks for a hint.
        Hint = "hint",
        /// Says what will happen otherwise.
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
    /// When a clause takes effect, counted against the two milestones.
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
        /// When it will be is left open.
        Open = "open",
    }
}

vocabulary! {
    /// On what the words of a talk stand.
    Speech {
        /// A record of the talk is at hand, and its words are quoted.
        Recorded = "recorded",
        /// The talk took place, but no record of it is at hand: everything that is said in it is the author's inference.
        Inferred = "inferred",
        /// The talk, its people and its places are made up.
        Invented = "invented",
    }
}

vocabulary! {
    /// What stays on the table.
    CommitmentKind {
        /// A condition set for everything else.
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
    /// How strong a hint has become.
    Strength {
        /// Given once.
        Given = "given",
        /// Confirmed when asked.
        Confirmed = "confirmed",
        /// Covered by the head of government.
        Covered = "covered",
    }
}

vocabulary! {
    /// The six bars of the room, 0 to 100.
    Bar {
        /// Trust between the sides.
        Trust = "trust",
        /// Face of the player's side.
        OwnFace = "own-face",
        /// Face of the other side.
        TheirFace = "their-face",
        /// Patience of the player's side.
        OwnPatience = "own-patience",
        /// Patience of the other side.
        TheirPatience = "their-patience",
        /// How far home would follow the player.
        Home = "home",
    }
}

vocabulary! {
    /// What a player can predict of an answer.
    Prediction {
        /// Yes.
        Yes = "yes",
        /// Yes, but later.
        YesLater = "yes-later",
        /// No.
        No = "no",
        /// Turns it round.
        TurnsRound = "turns-round",
        /// A hint.
        Hint = "hint",
        /// No answer.
        NoAnswer = "no-answer",
    }
}

vocabulary! {
    /// The measures on which an ending is judged side by side.
    Measure {
        /// Own interests.
        Interests = "interests",
        /// Joint value.
        Joint = "joint",
        /// Ratifiable at home.
        Ratifiable = "ratifiable",
        /// Relationship.
        Relationship = "relationship",
    }
}

vocabulary! {
    /// The numbers of a counterpart's style, each 0 to 100.
    Figure {
        /// Readiness to yield before anything else counts.
        Base = "base",
        /// How much it counts that his aims have come down.
        Aspiration = "aspiration",
        /// How much it counts what the other side has given since he last gave way.
        Reciprocity = "reciprocity",
        /// How much it counts what the clause asked for would cost him.
        Cost = "cost",
        /// How much his face counts.
        Face = "face",
        /// How much it counts what the other side seems to care for most.
        Priorities = "priorities",
        /// How far lost patience brings his aims down, where time has not.
        Impatience = "impatience",
        /// Readiness from which a harder counterpart does more than refuse.
        TurnsRound = "turns-round",
        /// Readiness from which a harder counterpart promises, hints or offers.
        Later = "later",
        /// Readiness from which a harder counterpart says yes.
        Yes = "yes",
        /// By how many points a bar may miss the condition of a stance: at most, for a fully ready counterpart that is more
        /// forthcoming, or for a harder one that is not ready at all.
        Slack = "slack",
    }
}

impl Figure {
    /// Whether it weighs one of the five terms of the judgement.
    pub const fn is_weight(self) -> bool {
        matches!(self, Figure::Aspiration | Figure::Reciprocity | Figure::Cost | Figure::Face | Figure::Priorities)
    }
}

impl Bar {
    /// Position of the bar in the room, 0 to 5.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The same bar as the side opposite sees it; `None` for its home, of which the other knows nothing.
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
