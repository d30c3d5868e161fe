import Arena

extension SettingKey {
    /// The keys on the data folder's disk.
    static let storage = [
        SettingKey(
            "storage.min_free_space", "MiB, 0 to 1048576", variable: "ARENA_MIN_FREE_SPACE",
            access: .whole(\.storage.minimumFree, in: 0...1_048_576),
            "Free MiB under which no battle is opened, less on a volume under 4 GiB; 0 for none."
        ),
        SettingKey(
            "storage.allow_network", "true or false", variable: "ARENA_ALLOW_NETWORK_STORAGE",
            access: .yesOrNo(\.storage.allowsNetwork),
            "Whether the data folder may be on NFS, SMB or the like, where votes can be lost."),
    ]
}
