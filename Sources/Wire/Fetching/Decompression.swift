import CDecompression

/// Undoes what a server did to the content for the way.
///
/// libcurl could do so itself, but takes a stream that is cut off for a whole one, which would lose the rest of a feed
/// for good as soon as the server says that nothing has changed.
enum Decompression {
    /// What is said to servers, as `Accept-Encoding`.
    static let accepted = "gzip, br"

    enum Failure: Error, Hashable {
        case unknown(String)
        /// The stream stops before its end.
        case cutOff(String)
        case damaged(String)
        case tooLarge
    }

    /// The content under these encodings, the last one outermost; at most `limit` bytes at every stage.
    static func decode(_ bytes: [UInt8], _ encodings: [String], limit: Int) throws(Failure) -> [UInt8] {
        // More than one is unheard of, and a tower of them is an attack.
        if encodings.count > 2 { throw .unknown(encodings.joined(separator: ", ")) }
        var content = bytes
        for encoding in encodings.reversed() where !content.isEmpty {
            switch encoding {
            case "gzip", "x-gzip": content = try gunzip(content, limit: limit)
            case "br": content = try unbrotli(content, limit: limit)
            default: throw .unknown(encoding)
            }
        }
        guard content.count <= limit else { throw .tooLarge }
        return content
    }

    // MARK: - gzip

    /// What comes after the last member is ignored, as browsers do: servers append white space and notes of their own.
    private static func gunzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var output = Output(limit: limit)
        var stream = z_stream()
        guard cd_begin_gzip(&stream) == Z_OK else { throw .damaged("gzip") }
        defer { inflateEnd(&stream) }
        // Not const in zlib's declaration, and not written to.
        var input = bytes
        let failure = input.withUnsafeMutableBufferPointer { input -> Failure? in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            while true {
                let status = output.extend { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = UInt32(clamping: room.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (room.count - Int(stream.avail_out), status)
                }
                guard let status else { return .tooLarge }
                switch status {
                case Z_OK: continue
                case Z_STREAM_END:
                    guard let rest = stream.next_in, stream.avail_in >= 2, rest[0] == 0x1F, rest[1] == 0x8B else {
                        return nil
                    }
                    inflateReset(&stream)
                case Z_BUF_ERROR: return .cutOff("gzip")
                default: return .damaged("gzip")
                }
            }
        }
        if let failure { throw failure }
        return output.bytes
    }

    // MARK: - brotli

    private static func unbrotli(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var output = Output(limit: limit)
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .damaged("brotli") }
        defer { BrotliDecoderDestroyInstance(state) }
        let failure = bytes.withUnsafeBufferPointer { input -> Failure? in
            var next = input.baseAddress
            var available = input.count
            while true {
                let status = output.extend { room in
                    var nextOut = room.baseAddress
                    var free = room.count
                    let status = BrotliDecoderDecompressStream(state, &available, &next, &free, &nextOut, nil)
                    return (room.count - free, status)
                }
                switch status {
                case nil: return .tooLarge
                case BROTLI_DECODER_RESULT_SUCCESS: return nil
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .cutOff("brotli")
                default: return .damaged("brotli")
                }
            }
        }
        if let failure { throw failure }
        return output.bytes
    }

    /// Bytes that may grow to a limit and one step beyond, never further.
    private struct Output {
        let limit: Int
        private(set) var bytes: [UInt8] = []

        init(limit: Int) { self.limit = limit }

        /// Lets `fill` write into some room, and takes as much of it as was written; `nil` once there is more than allowed.
        mutating func extend<Status>(
            _ fill: (UnsafeMutableBufferPointer<UInt8>) -> (written: Int, status: Status)
        ) -> Status? {
            guard bytes.count <= limit else { return nil }
            let room = min(max(65_536, bytes.count), 4_194_304)
            var status: Status?
            bytes.append(
                contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    let result = fill(UnsafeMutableBufferPointer(rebasing: buffer[..<room]))
                    count = result.written
                    status = result.status
                })
            return bytes.count <= limit ? status : nil
        }
    }
}
