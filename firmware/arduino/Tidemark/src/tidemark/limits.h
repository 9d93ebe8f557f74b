// What a sketch may define before it includes Tidemark.h, and what holds where it does not: as much
// as fits a small AVR beside a sketch of its own, all that the page can ask for elsewhere.
#ifndef TIDEMARK_LIMITS_H
#define TIDEMARK_LIMITS_H

#ifdef __AVR__
#define TIDEMARK_SMALL 1
#else
#define TIDEMARK_SMALL 0
#endif

// float, or double on a board that has it
#ifndef TIDEMARK_REAL
#define TIDEMARK_REAL float
#endif

// the largest `maxima` (N)
#ifndef TIDEMARK_MAXIMA
#define TIDEMARK_MAXIMA (TIDEMARK_SMALL ? 10 : 64)
#endif

// the largest `outliers` (M)
#ifndef TIDEMARK_OUTLIERS
#define TIDEMARK_OUTLIERS (TIDEMARK_SMALL ? 10 : 64)
#endif

// numbers kept for one cycle of a season; 0: none can be judged
#ifndef TIDEMARK_BINS
#define TIDEMARK_BINS (TIDEMARK_SMALL ? 0 : 48)
#endif

// nodes of the largest forest that can name events, for which there is memory twice; 0: none can
#ifndef TIDEMARK_NODES
#define TIDEMARK_NODES (TIDEMARK_SMALL ? 0 : 512)
#endif

// bytes of the longest command
#ifndef TIDEMARK_LINE_BYTES
#define TIDEMARK_LINE_BYTES (TIDEMARK_SMALL ? 160 : 512)
#endif

#endif
