/* The two ways in which web servers compress: gzip by zlib, and brotli. */
#ifndef WATCHFLOOR_CDECOMPRESSION_H
#define WATCHFLOOR_CDECOMPRESSION_H

#include <brotli/decode.h>
#include <zlib.h>

/* Makes a stream ready for gzip data, and for nothing else; a macro in <zlib.h>. */
static inline int cd_begin_gzip(z_stream *_Nonnull stream) { return inflateInit2(stream, MAX_WBITS + 16); }

#endif
