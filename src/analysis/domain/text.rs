//! Decodes the bytes of a file according to the encoding it declares.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{DomainError, Fault, place};

/// Decodes a file. The encoding comes from its byte order mark, otherwise from its XML declaration, and is UTF-8 by
/// default.
///
/// # Errors
/// If the file isn't in that encoding, or the encoding is unknown. The error says where, and what the encoding
/// probably is.
pub fn decoded(bytes: Vec<u8>) -> Result<String, DomainError> {
    let (encoding, mark) = match Encoding::for_bom(&bytes) {
        Some(known) => known,
        None => (without_mark(&bytes)?, 0),
    };
    let body = bytes.get(mark..).unwrap_or_default();
    if encoding != UTF_8 {
        let text = encoding.decode_without_bom_handling_and_without_replacement(body);
        let wrong = || Fault::Form(format!("the file is not written in {}, although it says so", encoding.name()));
        return text.map(std::borrow::Cow::into_owned).ok_or_else(|| wrong().at(1, 1));
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf_8(body, error.valid_up_to())),
    }
}

/// The encoding of a file without a byte order mark.
fn without_mark(bytes: &[u8]) -> Result<&'static Encoding, DomainError> {
    match bytes {
        [b'<' | b'{', 0, ..] => return Ok(UTF_16LE),
        [0, b'<' | b'{', ..] => return Ok(UTF_16BE),
        _ => {}
    }
    let Some(label) = declared(bytes) else {
        return Ok(UTF_8);
    };
    // If the declaration can be read byte by byte, the file isn't UTF-16, whatever it says.
    let known = Encoding::for_label(label).map(Encoding::output_encoding);
    known.ok_or_else(|| {
        let label = String::from_utf8_lossy(label);
        Fault::Form(format!(
            "it says that it is written in \"{label}\", an encoding that is not known; save it in UTF-8"
        ))
        .at(1, 1)
    })
}

/// The encoding named in an XML declaration.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = rest.iter().position(|byte| *byte == b'>')?;
    let rest = rest.get(..end)?;
    let at = rest.windows(8).position(|part| part == b"encoding")?;
    let rest = rest.get(at + 8..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = rest.split_first()?;
    let end = rest.iter().position(|byte| byte == quote)?;
    rest.get(..end)
}

/// The error for a byte that isn't UTF-8. It says where the byte is and which encoding the file may be in.
fn not_utf_8(bytes: &[u8], at: usize) -> DomainError {
    let (before, rest) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let (line, column) = place(std::str::from_utf8(before).unwrap_or_default(), before.len());
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let likely = detector.guess(None, Utf8Detection::Deny).name();
    let byte = rest.first().copied().unwrap_or_default();
    let in_line = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    let told = format!(
        "byte {in_line} of the line, 0x{byte:02X}, is no UTF-8. The file is probably written in {likely}: save it in UTF-8, or let \
         its first line say encoding=\"{likely}\""
    );
    Fault::Form(told).at(line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_encoding_is_used() {
        let latin = b"<?xml version=\"1.0\" encoding='ISO-8859-1' ?><a b=\"T\xfcr\"/>".to_vec();
        assert!(decoded(latin).unwrap().contains("Tür"));
        let russian = b"<?xml encoding = \"windows-1251\"?><a b=\"\xc4\xe0\"/>".to_vec();
        assert!(decoded(russian).unwrap().contains("Да"));
        let wrong = b"<?xml version=\"1.0\" encoding=\"utf-16\"?><a b=\"T\xc3\xbcr\"/>".to_vec();
        assert!(decoded(wrong).unwrap().contains("Tür"), "it cannot be in UTF-16");
        let unknown = b"<?xml version=\"1.0\" encoding=\"klingon\"?><a/>".to_vec();
        assert!(decoded(unknown).unwrap_err().to_string().contains("\"klingon\""));
    }

    #[test]
    fn utf_16_and_byte_order_marks_are_recognised() {
        let text = "<a b=\"Tür, 日\"/>";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            little.clone(),
            big.clone(),
            [b"\xff\xfe".to_vec(), little].concat(),
            [b"\xfe\xff".to_vec(), big].concat(),
            [b"\xef\xbb\xbf".to_vec(), text.as_bytes().to_vec()].concat(),
        ] {
            assert_eq!(decoded(bytes).unwrap(), text);
        }
        assert!(decoded(b"\xff\xfe<\0a\0\0\xd8".to_vec()).is_err(), "half a letter");
    }

    #[test]
    fn an_unexpected_encoding_is_reported_with_its_line_and_byte() {
        let error = decoded(b"{\n \"\xc3\xbc T\xfcr f\xfcr gro\xdfe H\xe4user\"}".to_vec()).unwrap_err();
        assert_eq!(error.at, Some((2, 6)));
        let told = error.to_string();
        assert!(told.contains("byte 7 of the line, 0xFC") && told.contains("windows-1252"), "{told}");
    }
}
