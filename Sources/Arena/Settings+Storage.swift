extension Settings {
    /// What the data folder must offer.
    package struct Storage: Sendable, Equatable {
        /// MiB that must be free for a battle to be opened, at most an eighth of a volume under 4
        /// GiB; 0 for no such mark.
        package var minimumFree = 512
        /// Whether the folder may be on a file system that other machines share.
        package var allowsNetwork = false

        /// The defaults.
        package init() {}
    }
}
