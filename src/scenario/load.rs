//! Loads a scenario folder, and reports the faults of all files and entries in one run.

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::diagnostic::{Diagnostic, Report, Severity};
use super::draft::*;
pub use super::folder::{Folder, OtherNamesFirst, StoredFolder};
use super::format::{number_of_format, refuse_newer};
use super::inline_lists::Inside;
use super::lenient::{Lenient, Unread};
use super::limits::{FILE_BYTES, FOLDER_FILES, LIST, SCENARIO_BYTES};
use super::migrate::{self, MIGRATIONS, Migrated, Migration};
use super::options::from_text;
pub use super::options::ron_options;
use super::place::{FileId, Place, with_source_text};
use super::read::{self, Read};
use super::source::Source;
use super::terms::Speech;
use super::unseen;

/// The scenario format this program reads.
pub const FORMAT: u32 = 1;

/// A scenario as parsed, before its checks.
#[derive(Debug, Clone)]
pub struct Draft {
    pub scenario: ScenarioDraft,
    pub counterparts: Vec<CounterpartDraft>,
    pub endings: Vec<EndingsDraft>,
    pub people: Vec<PersonDraft>,
    pub record: Vec<EntryDraft>,
    pub glossary: Vec<TermDraft>,
    pub timeline: Vec<FactDraft>,
    pub background: Vec<BackgroundDraft>,
    pub contested: Vec<ContestedDraft>,
    pub tasks: Vec<TaskDraft>,
    pub bibliography: Vec<WorkDraft>,
    pub map: Vec<MapDraft>,
    pub moves: Vec<MoveDraft>,
    pub stances: Vec<StanceDraft>,
    pub utterances: Vec<UtteranceDraft>,
    pub values: Vec<ValuesDraft>,
    pub sources: Vec<Source>,
    pub source_files: Vec<SourceFileDraft>,
    pub playthroughs: Vec<(String, String)>,
    pub content_hash: String,
    /// Ids of entries that couldn't be read, so that references to them aren't reported as well. An empty string
    /// stands for an entry whose id is unknown.
    pub broken_ids: Vec<String>,
    /// Lists and folders of which some part couldn't be read, so that what is missing from them isn't reported as
    /// well.
    pub lost: Vec<String>,
}

/// Parses a file that holds one form.
///
/// # Errors
/// Every fault found, with its place.
pub fn read_whole<T: for<'de> Deserialize<'de>>(file: FileId, text: &str) -> Result<T, Vec<Diagnostic>> {
    let mut read = read::form::<T>(file, text);
    match read.values.pop() {
        Some(value) if read.faults.is_empty() => Ok(value),
        _ => Err(read.faults),
    }
}

/// Loads a scenario. The report lists every fault; the draft is `None` if a required file couldn't be read.
pub fn load(folder: &dyn Folder) -> (Option<Draft>, Report) {
    load_migrating(folder, MIGRATIONS)
}

/// Loads a scenario, first migrating it from an older format with the given steps.
pub fn load_migrating(folder: &dyn Folder, migrations: &[Migration]) -> (Option<Draft>, Report) {
    let steps = format_of(folder).and_then(|format| migrate::way(migrations, format, FORMAT));
    let migrated = Migrated { folder, steps: steps.unwrap_or_default() };
    let mut loader = Loader {
        folder: &migrated,
        report: Report::default(),
        hash: Sha256::new(),
        broken_ids: Vec::new(),
        lost: Vec::new(),
        main: None,
        room: SCENARIO_BYTES,
    };
    let draft = loader.draft();
    (draft, loader.report)
}

/// The format number written in `scenario.ron`; `None` if there is none.
pub fn format_of(folder: &dyn Folder) -> Option<u32> {
    let text = String::from_utf8(folder.read("scenario.ron").ok()??).ok()?;
    text.get(number_of_format(&text)?)?.parse().ok()
}

struct Loader<'f> {
    folder: &'f dyn Folder,
    report: Report,
    hash: Sha256,
    broken_ids: Vec<String>,
    lost: Vec<String>,
    /// The file `scenario.ron`, once it has been read.
    main: Option<FileId>,
    /// Bytes that may still be read.
    room: usize,
}

impl Loader<'_> {
    fn draft(&mut self) -> Option<Draft> {
        let (scenario, here) = self.frame()?;
        // A `scenario.ron` that can't be read doesn't say whether the talk is recorded. Assume it isn't, so that a
        // missing record isn't reported.
        let recorded = match here.speech {
            Some(speech) => speech == Speech::Recorded,
            None => scenario.is_some(),
        };
        let counterparts = self.forms("counterpart", "counterparts", here.counterparts, true);
        let endings = self.forms("endings", "endings", here.endings, false);
        let people = self.list("people", here.people, true);
        let record = self.list("record", here.record, recorded);
        let glossary = self.list("glossary", here.glossary, false);
        let timeline = self.list("timeline", here.timeline, false);
        let background = self.list("background", here.background, false);
        let contested = self.list("contested", here.contested, false);
        let tasks = self.list("tasks", here.tasks, false);
        let bibliography = self.list("bibliography", here.bibliography, false);
        let map = self.list("map", here.map, false);
        let moves = self.list("moves", here.moves, true);
        let stances = self.list("stances", here.stances, true);
        let utterances = self.list("replies", here.replies, true);
        let values = self.forms("values", "values", here.values, false);
        let (source_files, sources) = self.sources(recorded);
        let playthroughs = self.playthroughs();
        let draft = Draft {
            scenario: scenario?,
            counterparts,
            endings,
            people,
            record,
            glossary,
            timeline,
            background,
            contested,
            tasks,
            bibliography,
            map,
            moves,
            stances,
            utterances,
            values,
            sources,
            source_files,
            playthroughs,
            content_hash: self.hash(),
            broken_ids: std::mem::take(&mut self.broken_ids),
            lost: std::mem::take(&mut self.lost),
        };
        // A scenario needs at least one counterpart.
        (!draft.counterparts.is_empty()).then_some(draft)
    }

    /// Reads `scenario.ron` and the lists in it. The lists are read even if the rest of the file has a fault. Returns
    /// `None` if the format is unknown, because nothing else can be checked then.
    fn frame(&mut self) -> Option<(Option<ScenarioDraft>, Inside)> {
        let Some((file, text)) = self.text("scenario.ron", true) else {
            return Some((None, Inside::default()));
        };
        self.main = Some(file);
        if !self.format_is_known(file, &text) {
            return None;
        }
        Some(match self.whole::<ScenarioDraft>(file, &text) {
            Some(mut frame) => {
                let inside = Inside::taken_from(&mut frame);
                (Some(frame), inside)
            }
            None => {
                let read = with_source_text(file, 0, &text, || from_text::<Inside>(&text));
                (None, read.unwrap_or_default())
            }
        })
    }

    /// The first 16 hexadecimal digits of a SHA-256 over file names and contents: enough to tell one edition from
    /// another.
    fn hash(&self) -> String {
        let digest = self.hash.clone().finalize();
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    fn fault(&mut self, code: &'static str, message: String, help: Option<String>) {
        self.report.diagnostics.push(Diagnostic::error(code, message, None, help));
    }

    fn list_folder(&mut self, folder: &str) -> Vec<String> {
        match self.folder.list(folder) {
            Ok(mut names) => {
                if names.len() > FOLDER_FILES {
                    let message =
                        format!("the folder {folder}/ has more than {FOLDER_FILES} files: the rest are not read");
                    let help = "put several entries into one file, or take away what does not belong to the scenario";
                    self.fault("WCW035", message, Some(help.to_owned()));
                    names.truncate(FOLDER_FILES);
                }
                let paths = names.iter().map(|name| format!("{folder}/{name}"));
                self.report.diagnostics.extend(paths.filter_map(|path| unseen::fault_of_name(&path)));
                names
            }
            Err(because) => {
                self.fault("WCW002", format!("the folder {folder}/ cannot be read: {because}"), None);
                Vec::new()
            }
        }
    }

    /// Reads a file. Reports a fault if it can't be read, is too large, or is needed but missing.
    fn bytes(&mut self, name: &str, needed: bool) -> Option<Vec<u8>> {
        match self.folder.read(name) {
            Ok(Some(bytes)) if bytes.len() > FILE_BYTES => {
                let help = "split it into several files, or leave out what is not quoted".to_owned();
                self.fault("WCW003", format!("{name} is larger than {FILE_BYTES} bytes"), Some(help));
                None
            }
            Ok(Some(bytes)) if bytes.len() > self.room => {
                // Said once: no smaller file is read after it either.
                if self.room > 0 {
                    let message = format!(
                        "the files up to {name} have more than {SCENARIO_BYTES} bytes: it and the rest are not read"
                    );
                    let help = "leave out what is not quoted, or write two scenarios".to_owned();
                    self.fault("WCW003", message, Some(help));
                }
                self.room = 0;
                None
            }
            Ok(Some(bytes)) => {
                self.room -= bytes.len();
                // Playthroughs don't change the scenario. Leaving them out of the hash lets older saved games resume.
                if !name.starts_with("playthroughs/") {
                    self.hash.update(name.as_bytes());
                    self.hash.update((bytes.len() as u64).to_le_bytes());
                    self.hash.update(&bytes);
                }
                Some(bytes)
            }
            Ok(None) => {
                if needed {
                    let help = "a scenario is a folder; docs/scenario-format.md says which files it has";
                    self.fault("WCW001", format!("the file {name} is missing"), Some(help.to_owned()));
                }
                None
            }
            Err(because) => {
                self.fault("WCW002", format!("{name} cannot be read: {because}"), None);
                None
            }
        }
    }

    fn text(&mut self, name: &str, needed: bool) -> Option<(FileId, String)> {
        let bytes = self.bytes(name, needed)?;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
                let message = format!("{name} is not UTF-8 text: byte {at}, on line {line}, is none");
                self.fault("WCW004", message, Some("save it as UTF-8".to_owned()));
                return None;
            }
        };
        let file = self.report.add_file(name.to_owned(), text.clone());
        self.report.diagnostics.extend(read::byte_order_mark(file, &text));
        self.report.diagnostics.extend(unseen::faults(file, &text));
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            self.fault("WCW005", format!("{name} is empty"), None);
            return None;
        }
        Some((file, text))
    }

    fn format_is_known(&mut self, file: FileId, text: &str) -> bool {
        let Some(at) = number_of_format(text) else {
            return true;
        };
        let format = text.get(at.clone()).and_then(|format| format.parse().ok());
        if format == Some(FORMAT) {
            return true;
        }
        let place = Place {
            file,
            start: u32::try_from(at.start).unwrap_or(u32::MAX),
            end: u32::try_from(at.end).unwrap_or(u32::MAX),
        };
        let written = text.get(at).unwrap_or_default();
        let (message, help) = match refuse_newer(text, FORMAT) {
            Err(newer) => {
                let help = "update the program, or ask the author for an edition in an older format";
                (format!("this scenario {newer}"), help)
            }
            Ok(()) => (
                format!("this scenario has format {written}; this program reads up to {FORMAT}"),
                "formats count from 1",
            ),
        };
        let fault = Diagnostic::error("WCW006", message, Some(place), Some(help.to_owned()));
        self.report.diagnostics.push(fault);
        false
    }

    fn whole_file<T: for<'de> Deserialize<'de>>(&mut self, name: &str) -> Option<T> {
        let (file, text) = self.text(name, true)?;
        self.whole(file, &text)
    }

    fn whole<T: for<'de> Deserialize<'de>>(&mut self, file: FileId, text: &str) -> Option<T> {
        let read = read::form(file, text);
        self.take(read).pop()
    }

    /// Adds the faults to the report and returns the parsed values.
    fn take<T>(&mut self, read: Read<T>) -> Vec<T> {
        self.report.diagnostics.extend(read.faults);
        self.broken_ids.extend(read.broken_ids);
        read.values
    }

    /// Reads a list from `scenario.ron` itself, from `name.ron`, and from every file of the folder `name/`. Each entry
    /// is parsed on its own, so that a bad one doesn't hide the rest.
    fn list<T: for<'de> Deserialize<'de>>(&mut self, name: &str, here: Vec<Lenient<T>>, needed: bool) -> Vec<T> {
        let holes = self.holes();
        let folder = self.files_of(name);
        let needed = needed && here.is_empty() && folder.is_empty() && !self.seems_inline(name);
        let mut entries = self.inside(here);
        if let Some((id, text)) = self.text(&format!("{name}.ron"), needed) {
            self.entries(id, &text, &mut entries);
        }
        for file in folder {
            if let Some((id, text)) = self.text(&file, true) {
                self.entries(id, &text, &mut entries);
            }
        }
        self.too_many(name, &mut entries);
        self.note_loss(name, holes);
        entries
    }

    /// Things of one kind in all files together: beyond the limit they are left out.
    fn too_many<T>(&mut self, name: &str, things: &mut Vec<T>) {
        if things.len() > LIST {
            let message = format!("there are {} things in {name}, and at most {LIST} are read", things.len());
            let help = "leave some out; docs/limits.md says how large a scenario can be";
            self.fault("WCW039", message, Some(help.to_owned()));
            things.truncate(LIST);
        }
    }

    /// Number of files that couldn't be read at all, and of entries that couldn't be parsed and have no known id.
    fn holes(&self) -> usize {
        let of_files = |fault: &&Diagnostic| fault.labels.is_empty() && fault.severity == Severity::Error;
        let files = self.report.diagnostics.iter().filter(of_files).count();
        files + self.broken_ids.iter().filter(|id| id.is_empty()).count()
    }

    /// Marks a list as incomplete if [`Self::holes`] has grown since `before`.
    fn note_loss(&mut self, name: &str, before: usize) {
        if self.holes() > before {
            self.lost.push(name.to_owned());
            // One of the lost entries could have answered a move, so missing answers aren't reported either.
            self.broken_ids.push(String::new());
        }
    }

    /// Reads forms from `scenario.ron` itself, from a file of their own, and from the files of a folder.
    fn forms<T: for<'de> Deserialize<'de>>(
        &mut self,
        file: &str,
        folder: &str,
        here: Vec<Lenient<T>>,
        needed: bool,
    ) -> Vec<T> {
        let holes = self.holes();
        let others = self.files_of(folder);
        let needed = needed && here.is_empty() && !self.seems_inline(folder);
        let mut forms = self.inside(here);
        if file != folder || folder == "endings" {
            let first = self.text(&format!("{file}.ron"), needed);
            forms.extend(first.and_then(|(id, text)| self.whole(id, &text)));
        }
        let others: Vec<T> = others.iter().filter_map(|name| self.whole_file(name)).collect();
        forms.extend(others);
        self.too_many(folder, &mut forms);
        self.note_loss(folder, holes);
        forms
    }

    /// Paths of the RON files in a folder, relative to the scenario.
    fn files_of(&mut self, folder: &str) -> Vec<String> {
        let names = self.list_folder(folder).into_iter();
        names.filter(|name| name.ends_with(".ron")).map(|name| format!("{folder}/{name}")).collect()
    }

    /// Whether `scenario.ron` seems to contain this list. If it can't be parsed, this keeps the loader from also
    /// reporting that the list's own file is missing.
    fn seems_inline(&self, name: &str) -> bool {
        let text = self.main.map_or("", |file| self.report.text(file));
        let field = format!("{name}:");
        text.lines().any(|line| line.trim_start().starts_with(&field))
    }

    /// The entries of a list that `scenario.ron` contains.
    fn inside<T: for<'de> Deserialize<'de>>(&mut self, here: Vec<Lenient<T>>) -> Vec<T> {
        let mut read = Vec::new();
        for Lenient(entry) in here {
            match entry {
                Ok(entry) => read.push(entry),
                Err(unread) => read.extend(self.unread(&unread)),
            }
        }
        read
    }

    /// Parses a broken entry again to explain what is wrong with it.
    fn unread<T: for<'de> Deserialize<'de>>(&mut self, unread: &Unread) -> Vec<T> {
        let Some(file) = self.main else {
            return Vec::new();
        };
        if self.report.diagnostics.len() > read::MOST_FAULTS {
            self.broken_ids.push(String::new());
            return Vec::new();
        }
        let offset = unread.place.map_or(0, |place| place.start as usize);
        let read = read::entry(file, offset, &unread.written);
        self.take(read)
    }

    fn entries<T: for<'de> Deserialize<'de>>(&mut self, file: FileId, text: &str, entries: &mut Vec<T>) {
        let read = read::list(file, text);
        entries.extend(self.take(read));
    }

    fn sources(&mut self, needed: bool) -> (Vec<SourceFileDraft>, Vec<Source>) {
        let holes = self.holes();
        let names = self.list_folder("sources");
        let mut sidecars = Vec::new();
        let mut sources = Vec::new();
        for name in names.iter().filter(|name| name.ends_with(".source.ron")) {
            let Some(sidecar) = self.whole_file::<SourceFileDraft>(&format!("sources/{name}")) else {
                continue;
            };
            if let Some(source) = self.source(&sidecar) {
                sources.push(source);
                sidecars.push(sidecar);
            }
        }
        if needed && !names.iter().any(|name| name.ends_with(".source.ron")) {
            let help = "put the text into sources/ with a sidecar NAME.source.ron; where no record of the talk is known, write speech: Inferred in scenario.ron";
            self.fault("WCW007", "the scenario has no source that can be read".to_owned(), Some(help.to_owned()));
        }
        self.note_loss("sources", holes);
        (sidecars, sources)
    }

    fn source(&mut self, sidecar: &SourceFileDraft) -> Option<Source> {
        let file = &sidecar.file;
        if file.contains(['/', '\\']) || file.contains("..") {
            let message = format!("the source {file} must be in the folder of its sidecar");
            let help = "write the bare name of the file".to_owned();
            self.report.diagnostics.push(Diagnostic::error("WCW007", message, sidecar.id.place, Some(help)));
            return None;
        }
        let bytes = self.bytes(&format!("sources/{file}"), true)?;
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if found != sidecar.sha256.text {
            let fault = fingerprint(file, sidecar, &found);
            self.report.diagnostics.push(fault);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            self.fault("WCW004", format!("sources/{file} is not UTF-8 text"), None);
            return None;
        };
        let faults = unseen::faults_of_source(&format!("sources/{file}"), &text, sidecar.id.place);
        self.report.diagnostics.extend(faults);
        let source = Source::new(sidecar, text);
        let head: Vec<&str> = (1..=40).filter_map(|line| source.line(line)).collect();
        if !head.iter().any(|line| line.contains(&sidecar.citation.text)) || sidecar.citation.text.is_empty() {
            let message = format!("the citation is not at the head of sources/{file} in these words");
            self.report.diagnostics.push(Diagnostic::error("WCW009", message, sidecar.citation.place, None));
        }
        Some(source)
    }

    fn playthroughs(&mut self) -> Vec<(String, String)> {
        let names = self.list_folder("playthroughs");
        let names: Vec<String> = names.into_iter().filter(|name| name.ends_with(".ron")).collect();
        let mut read = Vec::new();
        for name in names {
            if let Some((_, text)) = self.text(&format!("playthroughs/{name}"), true) {
                read.push((name, text.trim_start_matches('\u{feff}').to_owned()));
            }
        }
        read
    }
}

/// The fault for a source whose SHA-256 doesn't match its sidecar, or whose sidecar has no SHA-256 yet.
fn fingerprint(file: &str, sidecar: &SourceFileDraft, found: &str) -> Diagnostic {
    let (message, help) = if sidecar.sha256.text.is_empty() {
        (
            format!("the fingerprint of sources/{file} is not written down yet"),
            format!("write sha256: \"{found}\", and no letter of it can change unnoticed"),
        )
    } else {
        (
            format!("sources/{file} is not the file that its sidecar knows: its SHA-256 is {found}"),
            "a source is kept byte for byte; fetch it again, or look for a tool that changed its line endings"
                .to_owned(),
        )
    };
    let fault = Diagnostic::error("WCW008", message, sidecar.sha256.place, Some(help));
    if !sidecar.sha256.text.is_empty() {
        return fault;
    }
    fault.fixed_by("write it down".to_owned(), sidecar.sha256.place, found)
}
