//! A source text, byte for byte as it was found, with the details from its sidecar file.

use super::draft::{NoteDraft, SourceFileDraft, TurnDraft};

/// A source text with the details from its sidecar file.
#[derive(Debug, Clone)]
pub struct Source {
    /// The id quotations use to refer to this source.
    pub id: String,
    /// How the source is cited, in words that appear at the head of the text itself.
    pub citation: String,
    pub credits: String,
    pub rights: String,
    pub url: String,
    pub turns: Vec<TurnDraft>,
    /// Editorial notes, shown next to the text.
    pub notes: Vec<NoteDraft>,
    text: String,
    /// How many words it has.
    words: usize,
    /// Byte offset of the start of each line, then of the end of the text.
    starts: Vec<usize>,
}

impl Source {
    /// Combines a sidecar with the text it describes.
    pub fn new(sidecar: &SourceFileDraft, text: String) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        if starts.last() != Some(&text.len()) {
            starts.push(text.len());
        }
        Self {
            id: sidecar.id.text.clone(),
            citation: sidecar.citation.text.clone(),
            credits: sidecar.credits.clone(),
            rights: sidecar.rights.clone(),
            url: sidecar.url.clone(),
            turns: sidecar.turns.clone(),
            notes: sidecar.notes.clone(),
            words: text.split_whitespace().count(),
            text,
            starts,
        }
    }

    /// The whole text, unchanged.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many words it has.
    pub const fn word_count(&self) -> usize {
        self.words
    }

    /// Number of physical lines.
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Byte range of a physical line without its line ending. Lines count from 1.
    pub fn line_range(&self, line: u32) -> Option<std::ops::Range<usize>> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let (start, end) = (*self.starts.get(index)?, *self.starts.get(index + 1)?);
        let text = self.text.get(start..end)?;
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Some(start..start + text.len())
    }

    /// A physical line without its line ending. Lines count from 1.
    pub fn line(&self, line: u32) -> Option<&str> {
        self.text.get(self.line_range(line)?)
    }

    /// Id of the person who speaks on this line, if the sidecar names one.
    pub fn speaker_at(&self, line: u32) -> Option<&str> {
        let turn = self.turns.iter().find(|turn| turn.from <= line && line <= turn.to)?;
        Some(turn.speaker.as_str())
    }
}
