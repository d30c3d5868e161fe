import Arena
import ArgumentParser
import Foundation
import Server

/// `arena admin-link`: a fresh link into the admin side of the arena on this machine.
struct AdminLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin-link", abstract: "Print a link that opens the admin side once.",
        discussion: """
            arena admin-link
            arena admin-link --data /srv/arena

            The link works once, for 15 minutes, with the server that runs on the data folder. Who
            may read that folder may administer the arena.
            """)

    @OptionGroup var config: ConfigOptions

    func run() async throws {
        let settings = try Assembly(config).settings
        guard FileManager.default.fileExists(atPath: settings.dataFolder + "/arena.db") else {
            throw Failure(
                .nothingToDo, "no-database",
                "There is no arena in \(settings.dataFolder). Start one with: arena serve")
        }
        let links = AdminLinks(dataFolder: settings.dataFolder)
        links.tidy()
        let address = links.address ?? settings.listen.address(port: settings.listen.port)
        Output.write(AdminLinks.link(to: address, try links.make()) + "\n")
    }
}

extension Settings.Listen {
    /// Where a person on this machine reaches the server: the public address, where one is set.
    func address(port: Int) -> String {
        if let publicURL { return publicURL }
        let isAnywhere = ["0.0.0.0", "::"].contains(host)
        let name = isAnywhere ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
        return "http://\(name):\(port)"
    }
}
