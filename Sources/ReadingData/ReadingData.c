#include "ReadingData.h"

// #embed is C23; the compiler takes it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char irregular_verbs[] = {
#embed "Words/irregular-verbs.txt"
};
static const unsigned char verbs[] = {
#embed "Words/verbs.txt"
};
static const unsigned char nouns[] = {
#embed "Words/nouns.txt"
};
static const unsigned char people[] = {
#embed "Words/people.txt"
};
static const unsigned char cues[] = {
#embed "Words/cues.txt"
};
static const unsigned char events[] = {
#embed "Words/events.txt"
};
static const unsigned char states[] = {
#embed "Gazetteer/states.txt"
};
static const unsigned char leaders[] = {
#embed "Gazetteer/leaders.txt"
};
static const unsigned char organisations[] = {
#embed "Gazetteer/organisations.txt"
};
static const unsigned char armed_groups[] = {
#embed "Gazetteer/armed-groups.txt"
};
static const unsigned char media[] = {
#embed "Gazetteer/media.txt"
};
static const unsigned char given_names[] = {
#embed "Gazetteer/given-names.txt"
};
static const unsigned char tagger[] = {
#embed "Model/tagger.weights" if_empty(0)
};

ReadingDataFile reading_data_irregular_verbs(void) { return (ReadingDataFile){irregular_verbs, sizeof irregular_verbs}; }
ReadingDataFile reading_data_verbs(void) { return (ReadingDataFile){verbs, sizeof verbs}; }
ReadingDataFile reading_data_nouns(void) { return (ReadingDataFile){nouns, sizeof nouns}; }
ReadingDataFile reading_data_people(void) { return (ReadingDataFile){people, sizeof people}; }
ReadingDataFile reading_data_cues(void) { return (ReadingDataFile){cues, sizeof cues}; }
ReadingDataFile reading_data_events(void) { return (ReadingDataFile){events, sizeof events}; }
ReadingDataFile reading_data_states(void) { return (ReadingDataFile){states, sizeof states}; }
ReadingDataFile reading_data_leaders(void) { return (ReadingDataFile){leaders, sizeof leaders}; }
ReadingDataFile reading_data_organisations(void) { return (ReadingDataFile){organisations, sizeof organisations}; }
ReadingDataFile reading_data_armed_groups(void) { return (ReadingDataFile){armed_groups, sizeof armed_groups}; }
ReadingDataFile reading_data_media(void) { return (ReadingDataFile){media, sizeof media}; }
ReadingDataFile reading_data_given_names(void) { return (ReadingDataFile){given_names, sizeof given_names}; }
ReadingDataFile reading_data_tagger(void) { return (ReadingDataFile){tagger, sizeof tagger}; }
