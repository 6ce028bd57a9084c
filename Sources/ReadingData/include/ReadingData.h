// The word tables, the gazetteer and the tagger's weights, as they lie beside this target, put into the program.
//
// Not Swift's embedInCode: that spells every byte as an array element and takes minutes to compile where this takes none.
#ifndef READING_DATA_H
#define READING_DATA_H

#include <stddef.h>

/// The bytes of one file, valid for as long as the program runs.
typedef struct {
    const unsigned char *_Nonnull bytes;
    size_t count;
} ReadingDataFile;

ReadingDataFile reading_data_irregular_verbs(void);
ReadingDataFile reading_data_verbs(void);
ReadingDataFile reading_data_nouns(void);
ReadingDataFile reading_data_people(void);
ReadingDataFile reading_data_cues(void);
ReadingDataFile reading_data_events(void);
ReadingDataFile reading_data_states(void);
ReadingDataFile reading_data_leaders(void);
ReadingDataFile reading_data_organisations(void);
ReadingDataFile reading_data_armed_groups(void);
ReadingDataFile reading_data_media(void);
ReadingDataFile reading_data_given_names(void);
ReadingDataFile reading_data_tagger(void);

#endif
