/// What has been read so far: values with their origins, and every mistake.
struct Reading {
    /// The settings file as it is named in messages.
    let file: String
    private(set) var values: [SettingValue] = []
    private(set) var problems: [SettingProblem] = []

    init(file: String) {
        self.file = file
    }

    /// Notes a value and its line.
    mutating func note(_ key: String, _ value: String, at place: Place?) {
        let origin = Origin.file(file, line: place?.line ?? 1)
        values.append(SettingValue(key: key, value: value, origin: origin))
    }

    /// Notes a mistake at a place of the file.
    mutating func refuse(_ key: String, _ refusal: Refusal, at place: Place?) {
        refuse(key, refusal, at: place.map { "\(file):\($0.line):\($0.column)" } ?? file)
    }

    /// Notes a mistake somewhere.
    mutating func refuse(_ key: String, _ refusal: Refusal, at place: String) {
        problems.append(
            SettingProblem(
                place: place, key: key, reason: refusal.reason, advice: refusal.advice))
    }

    /// Reads a value; notes it, or what is wrong with it.
    mutating func read<Value>(
        _ scalar: Scalar?, as form: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let scalar else { return nil }
        do throws(Refusal) {
            let value = try form(scalar.text)
            note(scalar.key, scalar.text, at: scalar.place)
            return value
        } catch {
            refuse(scalar.key, error, at: scalar.place)
            return nil
        }
    }
}

/// A text in the file, with its full key and place.
struct Scalar {
    let key: String
    let text: String
    let place: Place?
}
