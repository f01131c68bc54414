//! Opens negotiation domains written by other programs: Genius and GeniusWeb. The contents of the files tell which it
//! is.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::analysis::domain::{Domain, DomainError, decoded, genius, geniusweb};

use super::Failure;

/// Maximum size of a file in bytes. Anything larger isn't a domain.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Tells the user how to name the files.
const HOW: &str = "Genius: we-can-wait analyze domain.xml profile-a.xml profile-b.xml; \
    GeniusWeb: we-can-wait analyze profile-a.json profile-b.json; or the folder that holds them";

/// Strings that occur only in domains and profiles. A file in a folder that contains none of them is left out.
const MARKS: [&str; 4] =
    ["<negotiation_template", "<utility_space", "\"LinearAdditiveUtilitySpace\"", "\"issuesValues\""];

/// The program a domain was written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// XML files.
    Genius,
    GeniusWeb,
}

impl Origin {
    /// Stable key, used in machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            Origin::Genius => "genius",
            Origin::GeniusWeb => "geniusweb",
        }
    }
}

/// Files that may contain a domain.
pub struct Files {
    paths: Vec<PathBuf>,
    /// Whether the files were found in a folder. Those without a domain or profile are then left out.
    in_folder: bool,
}

/// A domain, and the files it comes from.
pub struct Opened {
    pub origin: Origin,
    pub domain: Domain,
    /// The file to name in errors about the domain as a whole.
    pub file: PathBuf,
    /// Names of files in the folder that contain no domain or profile.
    pub left_out: Vec<String>,
}

/// The files of a domain, if the arguments refer to one: several paths, a single file, or a folder that contains
/// domain files and no scenario.
///
/// # Errors
/// If a folder can't be read.
pub fn files(paths: &[String]) -> Result<Option<Files>, Failure> {
    let named = |paths| Ok(Some(Files { paths, in_folder: false }));
    let [path] = paths else {
        return named(paths.iter().map(PathBuf::from).collect());
    };
    let path = Path::new(path);
    if path.is_file() {
        return named(vec![path.to_owned()]);
    }
    if !path.is_dir() || path.join("scenario.ron").exists() {
        return Ok(None);
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let ending = file.extension().and_then(|ending| ending.to_str());
        let ending = ending.map(str::to_ascii_lowercase);
        if matches!(ending.as_deref(), Some("xml" | "json")) && file.is_file() {
            paths.push(file);
        }
    }
    paths.sort();
    Ok((!paths.is_empty()).then_some(Files { paths, in_folder: true }))
}

/// Reads the domain in these files.
///
/// # Errors
/// If a file can't be read, or the files don't make up a domain. The message says which file, where and what to do.
pub fn domain(files: &Files) -> Result<Opened, Failure> {
    let mut texts = Vec::new();
    let mut left_out = Vec::new();
    for file in &files.paths {
        let bytes = bytes(file);
        if files.in_folder && bytes.as_ref().is_ok_and(|bytes| !holds_domain(bytes)) {
            left_out.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
            continue;
        }
        texts.push((file.as_path(), decoded(bytes?).map_err(|error| told(file, &error))?));
    }
    let is_xml = |(_, text): &(&Path, String)| text.trim_start().starts_with('<');
    let is_json = |(_, text): &(&Path, String)| text.trim_start().starts_with('{');
    if let Some((file, _)) = texts.iter().find(|t| !is_xml(t) && !is_json(t)) {
        let file = file.display();
        return Err(Failure::Message(format!("{file} is neither XML nor JSON. {HOW}")));
    }
    match (texts.iter().find(|t| is_xml(t)), texts.iter().find(|t| is_json(t))) {
        (Some((xml, _)), Some((json, _))) => {
            let (xml, json) = (xml.display(), json.display());
            Err(Failure::Message(format!(
                "{xml} is XML and {json} is JSON; the files of a domain are all of one kind. {HOW}"
            )))
        }
        (Some(_), None) => of_genius(&texts, left_out),
        (None, Some(_)) => of_geniusweb(&texts, left_out),
        (None, None) => {
            let left_out = left_out.join(", ");
            Err(Failure::Message(format!(
                "no file of the folder is a domain or a profile (there is {left_out}). {HOW}"
            )))
        }
    }
}

/// Whether a file contains a domain or a profile, or was meant to. Zero bytes are skipped, so that UTF-16 is
/// recognised too.
fn holds_domain(bytes: &[u8]) -> bool {
    let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let letters = String::from_utf8_lossy(&letters);
    MARKS.iter().any(|mark| letters.contains(mark))
}

fn of_genius(texts: &[(&Path, String)], left_out: Vec<String>) -> Result<Opened, Failure> {
    let mut template: Option<(&Path, genius::Template)> = None;
    let mut others = Vec::new();
    for (file, text) in texts {
        match genius::kind(text).map_err(|error| told(file, &error))? {
            genius::Kind::Profile => others.push((*file, text)),
            genius::Kind::Domain => {
                if let Some((first, _)) = &template {
                    let (first, second) = (first.display(), file.display());
                    return Err(Failure::Message(format!("{first} and {second} are both domains; name one. {HOW}")));
                }
                let read = genius::template(text).map_err(|error| told(file, &error))?;
                template = Some((file, read));
            }
        }
    }
    let Some((file, mut template)) = template else {
        return Err(Failure::Message(format!(
            "none of the files is a domain of Genius (<negotiation_template>). {HOW}"
        )));
    };
    for warning in &mut template.topic.warnings {
        *warning = format!("{}: {warning}", file.display());
    }
    let mut profiles = Vec::new();
    for (file, text) in others {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut profile = genius::profile(text, &name, &template).map_err(|error| told(file, &error))?;
        for warning in &mut profile.warnings {
            *warning = format!("{}: {warning}", file.display());
        }
        profiles.push(profile);
    }
    let domain = Domain { topic: template.topic, profiles };
    Ok(Opened { origin: Origin::Genius, domain, file: file.to_owned(), left_out })
}

fn of_geniusweb(texts: &[(&Path, String)], left_out: Vec<String>) -> Result<Opened, Failure> {
    let mut files = Vec::new();
    for (file, text) in texts {
        files.push(geniusweb::read(text).map_err(|error| told(file, &error))?);
    }
    let file = texts.first().map(|(file, _)| (*file).to_owned()).unwrap_or_default();
    let domain = geniusweb::domain(files).map_err(|error| how(&file, &error))?;
    Ok(Opened { origin: Origin::GeniusWeb, domain, file, left_out })
}

fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let name = file.display();
    let failed = |error: std::io::Error| Failure::Message(format!("{name}: {error}"));
    let mut bytes = Vec::new();
    let opened = fs::File::open(file).map_err(failed)?;
    opened.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::Message(format!("{name} is larger than {MOST_BYTES} bytes; no domain is")));
    }
    Ok(bytes)
}

fn told(file: &Path, error: &DomainError) -> Failure {
    let file = file.display();
    Failure::Message(match error.at {
        Some((line, column)) => format!("{file}:{line}:{column}: {}", error.fault),
        None => format!("{file}: {}", error.fault),
    })
}

/// The error for files that are valid on their own but don't make up a domain.
pub fn how(file: &Path, error: &DomainError) -> Failure {
    Failure::Message(format!("{}: {error}. {HOW}", file.display()))
}
