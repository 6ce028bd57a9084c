/* Which processors a thread may use: functions that the C library only declares where GNU extensions are asked for. */
#ifndef CSCHEDULING_H
#define CSCHEDULING_H

#include <stddef.h>

/* The processors that the calling thread may use, a bit each, the first in the lowest bit of the first byte; 0 on success. */
int cs_get_processors(unsigned char *_Nonnull set, size_t bytes);

/* Has a thread, by its number, use these processors and no others; 0 on success. */
int cs_set_processors(int thread, const unsigned char *_Nonnull set, size_t bytes);

#endif
