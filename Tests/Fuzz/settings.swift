import Foundation

/// A settings file, with a secret in the environment: it is read or refused in words that hold no
/// secret, and never ends the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let path = NSTemporaryDirectory() + "/settings.yaml"
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    precondition(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    let secret = "sk-canary-5f1c9e"
    let reader = SettingsReader(
        flags: ["config": path], environment: ["ARENA_FUZZ_KEY": secret, "HOME": "/nowhere"],
        workingFolder: "/nowhere")
    do {
        let read = try reader.read()
        precondition(!read.values.contains { $0.value.contains(secret) }, "a secret is told")
    } catch {
        precondition(!error.problems.isEmpty, "refused without a word")
        precondition(!"\(error)".contains(secret), "a secret is told")
    }
    return 0
}
