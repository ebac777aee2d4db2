//! The bytes of a file, read once: their hash always, themselves only where they are looked into.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The largest text that is looked into.
pub(crate) const TEXT_MAX: u64 = 64 << 20;

/// How many bytes are read at once.
const PIECE: usize = 64 << 10;

/// What was read of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadBytes {
    /// The SHA-256 of all bytes.
    pub(crate) sha256: [u8; 32],
    /// How many there are.
    pub(crate) len: u64,
    /// The bytes themselves, where they were to be kept and are at most 64 MiB.
    pub(crate) kept: Option<Vec<u8>>,
}

/// Reads a stream to its end, at most `max` bytes; keeps the bytes where `keep` says so.
///
/// # Errors
/// When the stream breaks, or is longer: then the kind is `FileTooLarge`.
pub(crate) fn read_hashed(stream: &mut dyn Read, keep: bool, max: u64) -> io::Result<ReadBytes> {
    let (mut hasher, mut len) = (Sha256::new(), 0_u64);
    let mut kept = keep.then(Vec::new);
    let mut piece = vec![0; PIECE];
    loop {
        let n = match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        len += n as u64;
        if len > max {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        hasher.update(&piece[..n]);
        kept = kept.filter(|_| len <= TEXT_MAX);
        kept.iter_mut().for_each(|kept| kept.extend_from_slice(&piece[..n]));
    }
    Ok(ReadBytes { sha256: hasher.finalize().into(), len, kept })
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::read_hashed;

    #[test]
    fn a_stream_is_hashed_and_kept_as_asked() {
        let found = read_hashed(&mut &b"abc"[..], true, 3).unwrap();
        // The example of FIPS 180-4.
        assert_eq!(found.sha256[..4], [0xba, 0x78, 0x16, 0xbf]);
        assert_eq!((found.len, found.kept.as_deref()), (3, Some(&b"abc"[..])));
        assert_eq!(read_hashed(&mut &b"abc"[..], false, 3).unwrap().kept, None);
    }

    #[test]
    fn a_stream_without_end_is_left() {
        let error = read_hashed(&mut io::repeat(b'x'), false, 1 << 20).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }
}
