import GRDB

/// The tables of an archive.
///
/// `entry` is the truth. Everything in ``projections`` is computed from it and can be made anew at any time; `reader` and
/// `seen` belong to this host alone.
enum Schema {
    /// Marks a SQLite file as an archive of ours, in the `application_id` of its header: “Wflr”.
    static let applicationID: Int32 = 0x5766_6C72

    /// The format that this version of the program writes, in the `user_version` of the header.
    static let version = 5

    /// Makes the tables, or brings older ones up to the present format.
    static func migrate(
        _ writer: some DatabaseWriter, _ progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 journal, projections, readers") { database in
            try database.execute(sql: journal)
            try database.execute(sql: readers)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        // What is computed needs no migration of its own: it is made anew, as the present version has it.
        migrator.registerMigration("2 reviews") { database in
            for table in wordTables.flatMap({ [$0 + "Terms", $0] }) + projections {
                try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
            }
            try makeProjections(in: database)
            try database.execute(sql: collecting)
            try Rebuilding.fill(database, progress)
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        // Which fields the full-text indexes hold tags of: those of `IndexTag.fields`, or others, which are then put right.
        migrator.registerMigration("3 tags of fields") { database in
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS indexing (number INTEGER PRIMARY KEY CHECK (number = 1), fields TEXT NOT NULL) STRICT;
                    PRAGMA user_version = \(version)
                    """)
        }
        migrator.registerMigration("4 readings of indicators") { database in
            if try !database.columns(in: "standing").contains(where: { $0.name == "indicator" }) {
                try database.execute(sql: "ALTER TABLE standing ADD COLUMN indicator TEXT")
                try database.execute(sql: standingIndicator)
            }
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        migrator.registerMigration("5 forms of entries") { database in
            try database.execute(sql: forms)
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        try migrator.migrate(writer)
    }

    // MARK: - The truth

    private static let journal = """
        CREATE TABLE archive (
            origin TEXT NOT NULL
        ) STRICT;

        CREATE TABLE situation (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE
        ) STRICT;

        -- One row an entry. `serial` counts arrivals at this archive; `id` names the entry on every host.
        -- `subject` is the record touched, or the one that a note is about; `target` is what an undo takes back.
        CREATE TABLE entry (
            serial INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            situation INTEGER NOT NULL REFERENCES situation (number),
            known INTEGER NOT NULL,
            origin TEXT NOT NULL,
            author TEXT NOT NULL,
            authorKind TEXT NOT NULL,
            batch BLOB,
            kind TEXT NOT NULL,
            subjectKind TEXT,
            subject TEXT,
            target BLOB,
            change TEXT NOT NULL
        ) STRICT;
        CREATE INDEX entryKnown ON entry (situation, known, id);
        CREATE INDEX entrySubject ON entry (situation, subject, subjectKind, known, id) WHERE subject IS NOT NULL;
        CREATE INDEX entryAuthor ON entry (situation, author, authorKind, known, id) WHERE batch IS NULL;
        CREATE INDEX entryBatch ON entry (batch) WHERE batch IS NOT NULL;
        CREATE INDEX entryTarget ON entry (target) WHERE target IS NOT NULL;
        """

    // MARK: - What is computed from it

    /// The tables that hold nothing but what follows from the journal, the full-text ones left out.
    static let projections =
        ["version", "standing", "line", "reach", "tally", "pulse"] + RecordList.allCases.map(\.table)

    private static let standingIndicator = """
        CREATE INDEX standingIndicator ON standing (situation, indicator, fromKnown) WHERE indicator IS NOT NULL
        """

    /// The full-text indexes.
    static let wordTables = RecordList.allCases.map(\.wordsTable) + ["lineWords"]

    private static func makeProjections(in database: Database) throws {
        // A form of a record of one of the small kinds, in force from one moment to another.
        try database.execute(
            sql: """
                CREATE TABLE version (
                    situation INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    id TEXT NOT NULL,
                    fromKnown INTEGER NOT NULL,
                    fromEntry BLOB NOT NULL,
                    untilKnown INTEGER,
                    addedKnown INTEGER NOT NULL,
                    addedEntry BLOB NOT NULL,
                    isProposed INTEGER NOT NULL,
                    body TEXT NOT NULL
                ) STRICT;
                CREATE INDEX versionRecord ON version (situation, kind, id);
                CREATE INDEX versionLive ON version (situation, kind) WHERE untilKnown IS NULL AND isProposed = 0;
                -- What was read by machine and nobody has confirmed.
                CREATE INDEX versionProposed ON version (situation, addedKnown, addedEntry) WHERE isProposed = 1;

                -- A stretch of time in which a judgement of a rung, a reading of an indicator or a note is in force. Of the
                -- readings of one indicator the latest counts.
                CREATE TABLE standing (
                    entry INTEGER NOT NULL REFERENCES entry (serial),
                    situation INTEGER NOT NULL,
                    fromKnown INTEGER NOT NULL,
                    untilKnown INTEGER,
                    indicator TEXT
                ) STRICT;
                CREATE INDEX standingEntry ON standing (entry);
                CREATE INDEX standingSituation ON standing (situation, fromKnown);
                \(standingIndicator);

                -- The entries that the log shows; `row` is their place in it.
                CREATE TABLE line (
                    row INTEGER PRIMARY KEY,
                    entry INTEGER NOT NULL UNIQUE REFERENCES entry (serial),
                    known INTEGER NOT NULL,
                    id BLOB NOT NULL
                ) STRICT;

                -- For every stretch of a list, since when anything in it has been known: as-of pages skip what was not.
                CREATE TABLE reach (
                    list TEXT NOT NULL,
                    stretch INTEGER NOT NULL,
                    earliest INTEGER NOT NULL,
                    PRIMARY KEY (list, stretch)
                ) STRICT, WITHOUT ROWID;

                -- How many records of a list are in force now, and how many entries there are.
                CREATE TABLE tally (
                    situation INTEGER NOT NULL,
                    list TEXT NOT NULL,
                    count INTEGER NOT NULL,
                    PRIMARY KEY (situation, list)
                ) STRICT, WITHOUT ROWID;

                -- By how much that number has grown in each hour of knowledge: past numbers are sums of these.
                CREATE TABLE pulse (
                    situation INTEGER NOT NULL,
                    list TEXT NOT NULL,
                    hour INTEGER NOT NULL,
                    change INTEGER NOT NULL,
                    PRIMARY KEY (situation, list, hour)
                ) STRICT, WITHOUT ROWID;
                """)
        for list in RecordList.allCases {
            // `row` is the place in the list (see `Place`), `fromSerial` the arrival of the entry that made this form. What
            // somebody has rejected is kept, but stands in no list.
            try database.execute(
                sql: """
                    CREATE TABLE \(list.table) (
                        row INTEGER PRIMARY KEY,
                        situation INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        sort INTEGER NOT NULL,
                        fromKnown INTEGER NOT NULL,
                        fromEntry BLOB NOT NULL,
                        fromSerial INTEGER NOT NULL,
                        untilKnown INTEGER,
                        addedKnown INTEGER NOT NULL,
                        addedEntry BLOB NOT NULL,
                        isRejected INTEGER NOT NULL,
                        body TEXT NOT NULL,
                        text BLOB
                    ) STRICT;
                    CREATE INDEX \(list.table)Record ON \(list.table) (situation, id);
                    CREATE INDEX \(list.table)Live ON \(list.table) (row) WHERE untilKnown IS NULL;
                    CREATE INDEX \(list.table)From ON \(list.table) (situation, fromKnown, isRejected);
                    CREATE INDEX \(list.table)Until ON \(list.table) (situation, untilKnown, isRejected)
                        WHERE untilKnown IS NOT NULL;
                    CREATE INDEX \(list.table)Arrival ON \(list.table) (situation, fromSerial, isRejected)
                        WHERE untilKnown IS NULL;
                    """)
        }
        for table in wordTables {
            try database.execute(sql: WordIndex.definition(of: table))
        }
    }

    // MARK: - What belongs to this host

    private static let collecting = """
        -- Hashes of what a document is known again by: its address, its text.
        CREATE TABLE IF NOT EXISTS story (
            situation INTEGER NOT NULL REFERENCES situation (number),
            key INTEGER NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (situation, key, document)
        ) STRICT, WITHOUT ROWID;

        -- What the collector remembers of a source from one question to the next.
        CREATE TABLE IF NOT EXISTS memory (
            situation INTEGER NOT NULL REFERENCES situation (number),
            source TEXT NOT NULL,
            body TEXT NOT NULL,
            stamp INTEGER NOT NULL,
            PRIMARY KEY (situation, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS memoryStamp ON memory (stamp);
        """

    private static let forms = """
        -- Hashes of entries of feeds as they came, each with that of the text that was made of it, which is a key of `story`:
        -- as long as the document is known by that, the entry need not be made into a text again.
        CREATE TABLE IF NOT EXISTS form (
            situation INTEGER NOT NULL REFERENCES situation (number),
            key INTEGER NOT NULL,
            story INTEGER NOT NULL,
            PRIMARY KEY (situation, key)
        ) STRICT, WITHOUT ROWID;
        """

    private static let readers = """
        -- Everything that had arrived by `horizon` counts as seen.
        CREATE TABLE reader (
            number INTEGER PRIMARY KEY,
            situation INTEGER NOT NULL REFERENCES situation (number),
            name TEXT NOT NULL,
            horizon INTEGER NOT NULL,
            UNIQUE (situation, name)
        ) STRICT;

        -- Later records that have been looked at, in the form that arrived with `serial`.
        CREATE TABLE seen (
            reader INTEGER NOT NULL REFERENCES reader (number) ON DELETE CASCADE,
            list TEXT NOT NULL,
            id TEXT NOT NULL,
            serial INTEGER NOT NULL,
            PRIMARY KEY (reader, list, id)
        ) STRICT, WITHOUT ROWID;
        """
}
