//! Opens negotiation domains that other programs wrote: Genius and GeniusWeb, told apart by the content of the files.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::analysis::domain::{Domain, DomainError, genius, geniusweb};

use super::Failure;

/// A larger file is no domain.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// How to name the files.
const HOW: &str = "Genius: we-can-wait analyze domain.xml profile-a.xml profile-b.xml; \
    GeniusWeb: we-can-wait analyze profile-a.json profile-b.json; or the folder that holds exactly these files";

/// Which program a domain is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// XML.
    Genius,
    GeniusWeb,
}

impl Origin {
    /// Its name, for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Origin::Genius => "genius",
            Origin::GeniusWeb => "geniusweb",
        }
    }
}

/// The files of a domain, when the arguments name some: several paths, one file, or a folder that holds files of a domain and no
/// scenario.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(paths: &[String]) -> Result<Option<Vec<PathBuf>>, Failure> {
    let [path] = paths else {
        return Ok(Some(paths.iter().map(PathBuf::from).collect()));
    };
    let path = Path::new(path);
    if path.is_file() {
        return Ok(Some(vec![path.to_owned()]));
    }
    if !path.is_dir() || path.join("scenario.ron").exists() {
        return Ok(None);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let ending = file.extension().and_then(|ending| ending.to_str());
        let ending = ending.map(str::to_ascii_lowercase);
        if matches!(ending.as_deref(), Some("xml" | "json")) {
            files.push(file);
        }
    }
    files.sort();
    Ok((!files.is_empty()).then_some(files))
}

/// The domain in these files.
///
/// # Errors
/// When one cannot be read, or they do not make up a domain; the message says which, where and what to do.
pub fn domain(files: &[PathBuf]) -> Result<(Origin, Domain), Failure> {
    let mut texts = Vec::new();
    for file in files {
        texts.push((file.as_path(), text(file)?));
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
        (Some(_), None) => Ok((Origin::Genius, of_genius(&texts)?)),
        _ => Ok((Origin::GeniusWeb, of_geniusweb(&texts)?)),
    }
}

fn of_genius(texts: &[(&Path, String)]) -> Result<Domain, Failure> {
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
    let Some((_, template)) = template else {
        return Err(Failure::Message(format!(
            "none of the files is a domain of Genius (<negotiation_template>). {HOW}"
        )));
    };
    let mut profiles = Vec::new();
    for (file, text) in others {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let profile = genius::profile(text, &name, &template);
        profiles.push(profile.map_err(|error| told(file, &error))?);
    }
    Ok(Domain { topic: template.topic, profiles })
}

fn of_geniusweb(texts: &[(&Path, String)]) -> Result<Domain, Failure> {
    let mut files = Vec::new();
    for (file, text) in texts {
        files.push(geniusweb::read(text).map_err(|error| told(file, &error))?);
    }
    geniusweb::domain(files).map_err(|error| Failure::Message(format!("{error}. {HOW}")))
}

fn text(file: &Path) -> Result<String, Failure> {
    let name = file.display();
    let failed = |error: std::io::Error| Failure::Message(format!("{name}: {error}"));
    let mut bytes = Vec::new();
    let opened = fs::File::open(file).map_err(failed)?;
    opened.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::Message(format!("{name} is larger than {MOST_BYTES} bytes; no domain is")));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::Message(format!("{name} is not written in UTF-8")))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

fn told(file: &Path, error: &DomainError) -> Failure {
    let file = file.display();
    Failure::Message(match error.at {
        Some((line, column)) => format!("{file}:{line}:{column}: {}", error.fault),
        None => format!("{file}: {}", error.fault),
    })
}

/// What to say when the files are whole but do not make up a table.
pub fn how(error: &DomainError) -> Failure {
    Failure::Message(format!("{error}. {HOW}"))
}
