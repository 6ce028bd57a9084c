import CNcurses

/// The turns that the system gives a thread.
nonisolated package enum ShortTurns {
    /// Asks that the calling thread be given its turn as soon as it wakes, where the system knows of such a thing: whoever answers
    /// keys does little at a time, and must not wait for those that reckon.
    package static func take() { cn_take_short_turns() }
}
