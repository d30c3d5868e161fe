/// The events of an answer of type `text/event-stream`, as they come.
package struct CurlEvents: AsyncSequence, Sendable {
    /// What a task reads them with.
    package struct AsyncIterator: AsyncIteratorProtocol {
        private let transfer: CurlTransfer
        private var parser: EventStreamParser
        private var ready: ArraySlice<ServerEvent> = []
        private var isEnded = false

        fileprivate init(_ events: CurlEvents) {
            transfer = events.transfer
            parser = EventStreamParser(limit: events.limit)
        }

        /// The next event; `nil` after the last.
        ///
        /// - Throws: ``CurlFailure``, `tooLarge` for a line over the limit.
        package mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(CurlFailure) -> ServerEvent? {
            while ready.isEmpty, !isEnded {
                let chunks = try await transfer.chunks()
                isEnded = chunks == nil
                do throws(EventStreamParser.Failure) {
                    for chunk in chunks ?? [] { ready += try parser.take(chunk.bytes) }
                    if isEnded, let last = try parser.finish() { ready.append(last) }
                } catch {
                    throw CurlFailure(.tooLarge, "A line is too long.")
                }
            }
            return ready.popFirst()
        }
    }

    fileprivate let transfer: CurlTransfer
    fileprivate let limit: Int

    /// Begins to read.
    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

/// The lines of an answer, as they come.
package struct CurlLines: AsyncSequence, Sendable {
    /// What a task reads them with.
    package struct AsyncIterator: AsyncIteratorProtocol {
        private let transfer: CurlTransfer
        private var reader: LineReader
        private var ready: ArraySlice<[UInt8]> = []
        private var isEnded = false

        fileprivate init(_ lines: CurlLines) {
            transfer = lines.transfer
            reader = LineReader(limit: lines.limit)
        }

        /// The next line without its end; `nil` after the last.
        ///
        /// - Throws: ``CurlFailure``, `tooLarge` for a line over the limit.
        package mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(CurlFailure) -> [UInt8]? {
            while ready.isEmpty, !isEnded {
                let chunks = try await transfer.chunks()
                isEnded = chunks == nil
                do throws(LineReader.TooLong) {
                    for chunk in chunks ?? [] { ready += try reader.take(chunk.bytes) }
                } catch {
                    throw CurlFailure(.tooLarge, "A line is too long.")
                }
                let rest = isEnded ? reader.finish() : []
                if !rest.isEmpty { ready.append(rest) }
            }
            return ready.popFirst()
        }
    }

    fileprivate let transfer: CurlTransfer
    fileprivate let limit: Int

    /// Begins to read.
    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension CurlTransfer {
    /// The answer's events; lines of at most `limit` bytes. To be read once.
    package func events(lineLimit limit: Int = 65_536) -> CurlEvents {
        CurlEvents(transfer: self, limit: limit)
    }

    /// The answer's lines, each of at most `limit` bytes. To be read once.
    package func lines(limit: Int = 65_536) -> CurlLines {
        CurlLines(transfer: self, limit: limit)
    }
}
