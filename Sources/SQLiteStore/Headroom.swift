import Foundation

/// Whether enough of the disk is free to open battles.
///
/// Votes on battles that are open need little and are taken to the last byte; new battles stop
/// before, so that these can still be voted on. The system is asked at most once a second.
package actor Headroom {
    /// Bytes of a volume, and those of them that are free.
    package struct Volume: Sendable, Equatable {
        let size: Int64
        let free: Int64

        /// A volume of so many bytes.
        package init(size: Int64, free: Int64) {
            self.size = size
            self.free = free
        }

        /// The volume that a folder is on; `nil` where the system does not say.
        package static func of(_ folder: String) -> Volume? {
            var facts = statvfs()
            guard statvfs(folder, &facts) == 0 else { return nil }
            let block = Int64(facts.f_frsize)
            return Volume(
                size: Int64(facts.f_blocks) * block, free: Int64(facts.f_bavail) * block)
        }

        /// Whether at least `minimum` bytes are free, or an eighth of a volume under 4 GiB.
        package func hasRoom(_ minimum: Int64) -> Bool {
            free >= (size < 4 << 30 ? min(minimum, size / 8) : minimum)
        }
    }

    private let minimum: Int64
    private let measure: @Sendable () -> Volume?
    private var last: (isEnough: Bool, at: ContinuousClock.Instant)?

    /// The room on a volume, `minimum` bytes being enough; 0 for any.
    package init(minimum: Int64, measure: @escaping @Sendable () -> Volume?) {
        self.minimum = minimum
        self.measure = measure
    }

    /// Whether a battle may be opened; where the system does not say, it may.
    package var isEnough: Bool {
        guard minimum > 0 else { return true }
        if let last, ContinuousClock.now - last.at < .seconds(1) { return last.isEnough }
        let isEnough = measure()?.hasRoom(minimum) ?? true
        last = (isEnough, .now)
        return isEnough
    }
}
