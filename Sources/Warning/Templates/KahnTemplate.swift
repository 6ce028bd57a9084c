extension LadderTemplate {
    /// Herman Kahn's forty-four rungs.
    static let kahn = LadderTemplate(
        name: "kahn", title: "Kahn’s escalation ladder",
        source: "Herman Kahn, On Escalation (1965), as given in RAND R-3235 (1984)",
        caution: """
            It takes escalation for deliberate, ordered steps along one dimension. Rungs are skipped, conflicts widen as \
            well as deepen, and some escalation is inadvertent or accidental.
            """,
        groups: [
            Group(
                "Subcrisis maneuvering",
                [
                    "Ostensible crisis", "Political, economic, and diplomatic gestures",
                    "Solemn and formal declarations",
                ], threshold: "Don’t Rock the Boat"),
            Group(
                "Traditional crises",
                [
                    "Hardening of positions — confrontation of wills", "Show of force", "Significant mobilization",
                    "“Legal” harassment — retortions", "Harassing acts of violence",
                    "Dramatic military confrontations",
                ], threshold: "Nuclear War Is Unthinkable"),
            Group(
                "Intense crises",
                [
                    "Provocative breaking off of diplomatic relations", "Super-ready status",
                    "Large conventional war (or actions)", "Large compound escalation",
                    "Declaration of limited conventional war", "Barely nuclear war", "Nuclear “ultimatums”",
                    "Limited evacuation (approximately 20 percent)", "Spectacular show or demonstration of force",
                    "“Justifiable” counterforce attack", "“Peaceful” worldwide embargo or blockade",
                ], threshold: "No Nuclear Use"),
            Group(
                "Bizarre crises",
                [
                    "Local nuclear war — exemplary", "Declaration of limited nuclear war",
                    "Local nuclear war — military", "Unusual, provocative, and significant countermeasures",
                    "Evacuation (approximately 70 percent)",
                ], threshold: "Central Sanctuary"),
            Group(
                "Exemplary central attacks",
                [
                    "Demonstration attack on zone of interior", "Exemplary attack on military",
                    "Exemplary attacks against property", "Exemplary attacks on population",
                    "Complete evacuation (approximately 95 percent)", "Reciprocal reprisals",
                ], threshold: "Central War"),
            Group(
                "Military central wars",
                [
                    "Formal declaration of “general” war", "Slow-motion counter-“property” war",
                    "Slow-motion counterforce war", "Constrained force-reduction salvo",
                    "Constrained disarming attack", "Counterforce-with-avoidance attack",
                    "Unmodified counterforce attack",
                ], threshold: "City Targeting"),
            Group(
                "Civilian central wars",
                [
                    "Slow-motion countercity war", "Countervalue salvo", "Augmented disarming attack",
                    "Civilian devastation attack", "Some other kinds of controlled general war",
                    "Spasm or insensate war",
                ]),
        ])
}
