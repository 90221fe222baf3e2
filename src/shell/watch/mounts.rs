//! Whether a site lies on another machine's disk, of which the system does not tell what others change.

use std::fs;
use std::path::Path;

/// File systems that others change without a word to us.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "ncpfs",
    "vboxsf",
    "prl_fs",
    "virtiofs",
    "drvfs",
];

/// The kind of a remote file system that holds `root`; none for a disk of this machine, and where nothing is known.
pub fn remote(root: &Path) -> Option<String> {
    kind_of(root, &fs::read_to_string("/proc/self/mountinfo").ok()?).filter(|kind| is_remote(kind))
}

fn is_remote(kind: &str) -> bool {
    kind.starts_with("fuse.") || REMOTE.contains(&kind)
}

/// The kind of the file system that holds `root`, by the lines of `/proc/self/mountinfo` (proc(5)): the last of the mounts
/// that lie nearest.
fn kind_of(root: &Path, mounts: &str) -> Option<String> {
    let mount = |line: &str| {
        let (places, kinds) = line.split_once(" - ")?;
        let place = places.split(' ').nth(4)?.replace("\\040", " ");
        root.starts_with(&place).then(|| (place.len(), kinds.split(' ').next().unwrap_or_default().to_owned()))
    };
    mounts.lines().filter_map(mount).max_by_key(|(nearness, _)| *nearness).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:27 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
31 30 0:28 / /home/a/my\\040site rw - fuse.sshfs a@b: rw
32 22 8:1 / /mnt/stick rw - fuseblk /dev/sda1 rw
";

    #[test]
    fn the_nearest_mount_says_whether_a_disk_is_another_machines() {
        let remote = |path: &str| kind_of(Path::new(path), MOUNTS).filter(|kind| is_remote(kind));
        assert_eq!(remote("/var/site"), None);
        assert_eq!(remote("/homes/site"), None);
        assert_eq!(remote("/home/site").as_deref(), Some("nfs4"));
        assert_eq!(remote("/home/a/my site/more").as_deref(), Some("fuse.sshfs"));
        assert_eq!(remote("/mnt/stick/site"), None);
        assert_eq!(kind_of(Path::new("/x"), "nonsense"), None);
    }
}
