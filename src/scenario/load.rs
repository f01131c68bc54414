//! Reads a scenario folder: every file, every entry, every fault in one run.

use std::path::{Path, PathBuf};

use include_dir::Dir;
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::diagnostic::{Diagnostic, Report};
use super::draft::*;
use super::place::{FileId, Id, Place, with_ground};
use super::reword::reword;
use super::source::Source;

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// Largest file of a scenario, in bytes.
pub const MAX_FILE: usize = 1 << 20;

/// Most files in one folder of a scenario.
const MAX_FILES: usize = 500;

/// A scenario as parsed.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "each field is the file or folder of the same name"
)]
pub struct Draft {
    pub scenario: ScenarioDraft,
    pub counterparts: Vec<CounterpartDraft>,
    pub endings: Vec<EndingsDraft>,
    pub people: Vec<PersonDraft>,
    pub record: Vec<EntryDraft>,
    pub glossary: Vec<TermDraft>,
    pub timeline: Vec<FactDraft>,
    pub contested: Vec<ContestedDraft>,
    pub tasks: Vec<TaskDraft>,
    pub moves: Vec<MoveDraft>,
    pub stances: Vec<StanceDraft>,
    pub utterances: Vec<UtteranceDraft>,
    pub values: Vec<ValuesDraft>,
    pub sources: Vec<Source>,
    pub source_files: Vec<SourceFileDraft>,
    pub playthroughs: Vec<(String, String)>,
    pub content_hash: String,
    /// Ids of entries that could not be parsed: references to them are no further fault.
    pub broken_ids: Vec<String>,
}

/// A folder that can be read: on disk or embedded.
pub trait Folder {
    /// Names of the files directly in a folder inside it, in order; empty when there is no such folder.
    ///
    /// # Errors
    /// In words, when it cannot be read.
    fn list(&self, folder: &str) -> Result<Vec<String>, String>;

    /// Bytes of a file; `None` when there is none.
    ///
    /// # Errors
    /// In words, when it cannot be read.
    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String>;
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct OnDisk(pub PathBuf);

impl Folder for OnDisk {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let path = self.0.join(folder);
        if !path.exists() {
            return Ok(Vec::new());
        }
        let entries = std::fs::read_dir(&path).map_err(|error| system_error(&error))?;
        let mut names = Vec::new();
        for entry in entries.take(MAX_FILES) {
            let entry = entry.map_err(|error| system_error(&error))?;
            if !entry.path().is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        let path = self.0.join(file);
        let meta = match std::fs::metadata(&path) {
            Ok(meta) => meta,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(system_error(&error)),
        };
        if meta.is_dir() {
            return Err("it is a folder, and a file is needed here".to_owned());
        }
        if !meta.is_file() {
            return Err("it is not an ordinary file".to_owned());
        }
        if meta.len() > MAX_FILE as u64 {
            return Err(format!(
                "it is {} bytes long; a file of a scenario has at most {MAX_FILE}",
                meta.len()
            ));
        }
        std::fs::read(&path)
            .map(Some)
            .map_err(|error| system_error(&error))
    }
}

impl Folder for &Dir<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let inside = if folder.is_empty() {
            Some(*self)
        } else {
            self.get_dir(self.path().join(folder))
        };
        let files = inside.into_iter().flat_map(|dir| dir.files());
        let mut names: Vec<String> = files
            .filter_map(|file| Some(file.path().file_name()?.to_string_lossy().into_owned()))
            .collect();
        names.sort();
        Ok(names)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self
            .get_file(self.path().join(file))
            .map(|file| file.contents().to_vec()))
    }
}

/// A folder in whose texts the other name of each place stands first. Its sources are as they are.
#[derive(Debug, Clone)]
pub struct OtherNamesFirst<'a, F> {
    /// The folder.
    pub folder: F,
    /// Places by their two names, in the order of the texts.
    pub names: &'a [(String, String)],
}

impl<F: Folder> Folder for OtherNamesFirst<'_, F> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        self.folder.list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.folder.read(file)?;
        if file.starts_with("sources/") {
            return Ok(bytes);
        }
        Ok(bytes.map(|bytes| match String::from_utf8(bytes) {
            Ok(text) => {
                let turn = |text: String, (first, other): &(String, String)| {
                    text.replace(&format!("{first} ({other})"), &format!("{other} ({first})"))
                };
                self.names.iter().fold(text, turn).into_bytes()
            }
            Err(error) => error.into_bytes(),
        }))
    }
}

fn system_error(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "there is no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

/// How every RON file of this project is read.
pub fn ron_options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Reads a scenario. The report holds every fault; the draft is there when every file could be put together.
pub fn load(folder: &dyn Folder) -> (Option<Draft>, Report) {
    let mut loader = Loader {
        folder,
        report: Report::default(),
        hash: Sha256::new(),
        broken_ids: Vec::new(),
    };
    let draft = loader.draft();
    (draft, loader.report)
}

/// Reads a scenario folder on disk.
pub fn load_path(path: &Path) -> (Option<Draft>, Report) {
    load(&OnDisk(path.to_owned()))
}

struct Loader<'f> {
    folder: &'f dyn Folder,
    report: Report,
    hash: Sha256,
    broken_ids: Vec<String>,
}

impl Loader<'_> {
    fn draft(&mut self) -> Option<Draft> {
        let frame = self.text("scenario.ron", true);
        let frame = frame.filter(|(file, text)| self.format_is_known(*file, text));
        let scenario = frame.and_then(|(file, text)| self.whole::<ScenarioDraft>(file, &text));
        let counterparts =
            self.first_and_others::<CounterpartDraft>("counterpart.ron", "counterparts");
        let endings = self.first_and_others::<EndingsDraft>("endings.ron", "endings");
        let people = self.list::<PersonDraft>("people", true);
        let record = self.list::<EntryDraft>("record", true);
        let glossary = self.list::<TermDraft>("glossary", false);
        let timeline = self.list::<FactDraft>("timeline", false);
        let contested = self.list::<ContestedDraft>("contested", false);
        let tasks = self.list::<TaskDraft>("tasks", false);
        let moves = self.list::<MoveDraft>("moves", true);
        let stances = self.list::<StanceDraft>("stances", true);
        let utterances = self.list::<UtteranceDraft>("replies", true);
        let values = self.values();
        let (source_files, sources) = self.sources();
        let playthroughs = self.playthroughs();
        Some(Draft {
            scenario: scenario?,
            counterparts: counterparts?,
            endings: endings?,
            people,
            record,
            glossary,
            timeline,
            contested,
            tasks,
            moves,
            stances,
            utterances,
            values,
            sources,
            source_files,
            playthroughs,
            content_hash: self.hash(),
            broken_ids: std::mem::take(&mut self.broken_ids),
        })
    }

    /// The first 16 hexadecimal digits of the SHA-256 over names and bytes: enough to tell one edition from another.
    fn hash(&self) -> String {
        let digest = self.hash.clone().finalize();
        digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    fn fault(&mut self, code: &'static str, message: String, help: Option<String>) {
        self.report
            .diagnostics
            .push(Diagnostic::error(code, message, None, help));
    }

    fn list_folder(&mut self, folder: &str) -> Vec<String> {
        match self.folder.list(folder) {
            Ok(names) => names,
            Err(because) => {
                self.fault(
                    "WCW002",
                    format!("the folder {folder}/ cannot be read: {because}"),
                    None,
                );
                Vec::new()
            }
        }
    }

    /// Bytes of a file; a fault when it cannot be read, or is missing and needed.
    fn bytes(&mut self, name: &str, needed: bool) -> Option<Vec<u8>> {
        match self.folder.read(name) {
            Ok(Some(bytes)) if bytes.len() > MAX_FILE => {
                self.fault(
                    "WCW003",
                    format!("{name} is larger than {MAX_FILE} bytes"),
                    None,
                );
                None
            }
            Ok(Some(bytes)) => {
                self.hash.update(name.as_bytes());
                self.hash.update((bytes.len() as u64).to_le_bytes());
                self.hash.update(&bytes);
                Some(bytes)
            }
            Ok(None) => {
                if needed {
                    let help =
                        "a scenario is a folder; docs/scenario-format.md says which files it has";
                    self.fault(
                        "WCW001",
                        format!("the file {name} is missing"),
                        Some(help.to_owned()),
                    );
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
                let line = error
                    .as_bytes()
                    .iter()
                    .take(at)
                    .filter(|byte| **byte == b'\n')
                    .count()
                    + 1;
                let message =
                    format!("{name} is not UTF-8 text: byte {at}, on line {line}, is none");
                self.fault("WCW004", message, Some("save it as UTF-8".to_owned()));
                return None;
            }
        };
        // A byte order mark is no part of the text; editors on Windows like to add one.
        let text = text
            .strip_prefix('\u{feff}')
            .map_or_else(|| text.clone(), str::to_owned);
        let file = self.report.add_file(name.to_owned(), text.clone());
        if text.trim().is_empty() {
            self.fault("WCW005", format!("{name} is empty"), None);
            return None;
        }
        Some((file, text))
    }

    fn format_is_known(&mut self, file: FileId, text: &str) -> bool {
        #[derive(Deserialize)]
        struct Peek {
            format: u32,
        }
        let Ok(Peek { format }) = ron_options().from_str::<Peek>(text) else {
            return true;
        };
        if format == FORMAT {
            return true;
        }
        let at = text.find("format").unwrap_or(0);
        let place = Place {
            file,
            start: at as u32,
            end: (at + "format".len()) as u32,
        };
        let message =
            format!("this scenario has format {format}, and this program reads format {FORMAT}");
        let help = if format > FORMAT {
            "a newer program is needed"
        } else {
            "formats count from 1"
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
        match with_ground(file, text, || ron_options().from_str::<T>(text)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.report
                    .diagnostics
                    .push(reword(file, text, 0, text, &error));
                None
            }
        }
    }

    /// A list in `name.ron` and in every file of the folder `name/`. Each entry is parsed by itself, so that a bad one does
    /// not hide the rest.
    fn list<T: for<'de> Deserialize<'de>>(&mut self, name: &str, needed: bool) -> Vec<T> {
        let mut files: Vec<String> = self
            .list_folder(name)
            .into_iter()
            .filter(|file| file.ends_with(".ron"))
            .map(|file| format!("{name}/{file}"))
            .collect();
        let single = format!("{name}.ron");
        files.insert(0, single);
        let folder_has_some = files.len() > 1;
        let mut entries = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let needed = needed && index == 0 && !folder_has_some;
            if let Some((id, text)) = self.text(file, needed) {
                self.entries(id, &text, &mut entries);
            }
        }
        entries
    }

    fn entries<T: for<'de> Deserialize<'de>>(
        &mut self,
        file: FileId,
        text: &str,
        entries: &mut Vec<T>,
    ) {
        let raw: Vec<&RawValue> = match ron_options().from_str(text) {
            Ok(raw) => raw,
            Err(error) => {
                self.report
                    .diagnostics
                    .push(reword(file, text, 0, text, &error));
                return;
            }
        };
        for raw in raw {
            let written = raw.get_ron();
            let offset = written.as_ptr().addr().saturating_sub(text.as_ptr().addr());
            match with_ground(file, text, || ron_options().from_str::<T>(written)) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    self.report
                        .diagnostics
                        .push(reword(file, text, offset, written, &error));
                    self.broken_ids.extend(peek_id(written));
                }
            }
        }
    }

    fn values(&mut self) -> Vec<ValuesDraft> {
        self.whole_files("values")
    }

    /// Every file of a folder that holds one thing a file.
    fn whole_files<T: for<'de> Deserialize<'de>>(&mut self, folder: &str) -> Vec<T> {
        let names = self.list_folder(folder);
        let names = names.into_iter().filter(|name| name.ends_with(".ron"));
        let files: Vec<_> = names.map(|name| format!("{folder}/{name}")).collect();
        files
            .iter()
            .filter_map(|name| self.whole_file(name))
            .collect()
    }

    /// A file that every scenario has, and those of a folder that a scenario with several seats adds.
    fn first_and_others<T: for<'de> Deserialize<'de>>(
        &mut self,
        file: &str,
        folder: &str,
    ) -> Option<Vec<T>> {
        let first = self.whole_file(file);
        let others = self.whole_files(folder);
        Some(std::iter::once(first?).chain(others).collect())
    }

    fn sources(&mut self) -> (Vec<SourceFileDraft>, Vec<Source>) {
        let names = self.list_folder("sources");
        let mut sidecars = Vec::new();
        let mut sources = Vec::new();
        for name in names.iter().filter(|name| name.ends_with(".source.ron")) {
            let Some(sidecar) = self.whole_file::<SourceFileDraft>(&format!("sources/{name}"))
            else {
                continue;
            };
            if let Some(source) = self.source(&sidecar) {
                sources.push(source);
                sidecars.push(sidecar);
            }
        }
        if sources.is_empty() {
            let help = "put the text into sources/ with a sidecar NAME.source.ron beside it";
            self.fault(
                "WCW007",
                "the scenario has no source that can be read".to_owned(),
                Some(help.to_owned()),
            );
        }
        (sidecars, sources)
    }

    fn source(&mut self, sidecar: &SourceFileDraft) -> Option<Source> {
        let file = &sidecar.file;
        if file.contains(['/', '\\']) || file.contains("..") {
            let message = format!("the source {file} must stand beside its sidecar");
            self.fault("WCW007", message, None);
            return None;
        }
        let bytes = self.bytes(&format!("sources/{file}"), true)?;
        let found: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if found != sidecar.sha256 {
            let message = format!(
                "sources/{file} is not the file that its sidecar knows: its SHA-256 is {found}"
            );
            let help = "a source is kept byte for byte; fetch it again, or look for a tool that changed its line endings";
            let fault =
                Diagnostic::error("WCW008", message, sidecar.id.place, Some(help.to_owned()));
            self.report.diagnostics.push(fault);
        }
        let Ok(text) = String::from_utf8(bytes) else {
            self.fault("WCW004", format!("sources/{file} is not UTF-8 text"), None);
            return None;
        };
        let source = Source::new(sidecar, text);
        let head: Vec<&str> = (1..=40).filter_map(|line| source.line(line)).collect();
        if !head
            .iter()
            .any(|line| line.contains(&sidecar.citation.text))
            || sidecar.citation.text.is_empty()
        {
            let message =
                format!("the citation does not stand at the head of sources/{file} in these words");
            self.report.diagnostics.push(Diagnostic::error(
                "WCW009",
                message,
                sidecar.citation.place,
                None,
            ));
        }
        Some(source)
    }

    fn playthroughs(&mut self) -> Vec<(String, String)> {
        let names = self.list_folder("playthroughs");
        let names: Vec<String> = names
            .into_iter()
            .filter(|name| name.ends_with(".ron"))
            .collect();
        let mut read = Vec::new();
        for name in names {
            if let Some((_, text)) = self.text(&format!("playthroughs/{name}"), true) {
                read.push((name, text));
            }
        }
        read
    }
}

/// The id of an entry that cannot be parsed whole.
fn peek_id(written: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Peek {
        id: Id,
    }
    if let Ok(Peek { id }) = ron_options().from_str::<Peek>(written) {
        return Some(id.text);
    }
    let after = written
        .split_once("id:")?
        .1
        .trim_start()
        .strip_prefix('"')?;
    after.split_once('"').map(|(id, _)| id.to_owned())
}
