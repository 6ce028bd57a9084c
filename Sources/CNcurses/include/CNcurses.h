/* What <curses.h> and <term.h> offer only as a macro or as a global variable, given a name Swift can import; and the
 * few steps of leaving the screen that have to work inside a signal handler. */
#ifndef WATCHFLOOR_CNCURSES_H
#define WATCHFLOOR_CNCURSES_H

#define NCURSES_WIDECHAR 1 /* get_wch and attributes with more than 256 pairs are absent without it */
#define NCURSES_NOMACROS 1 /* functions import, macros do not */
#include <curses.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>

/* Global variables: as functions, because Swift 6 rejects mutable ones. */
static inline WINDOW *_Nullable cn_stdscr(void) { return stdscr; }
static inline WINDOW *_Nullable cn_curscr(void) { return curscr; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

/* newterm on the program's own terminal; null if the terminal is unknown, where initscr would end the process. */
SCREEN *_Nullable cn_newterm(const char *_Nonnull terminal);

/* doupdate with its bytes gathered and sent in one piece. By itself ncurses sends what it has each time it moves the cursor: a
 * reader that wakes up for each of these holds the drawing up, and a slow line shows half a frame. */
void cn_update(void);

/* Attributes: casts, which the importer skips. */
static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_italic = A_ITALIC;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;

/* Takes pairs above 255, which the function has as an int behind an untyped pointer. */
static inline void cn_set_attributes(WINDOW *_Nonnull window, attr_t attributes, int pair) {
    wattr_set(window, attributes, 0, &pair);
}

/* Mouse buttons and function keys. */
static const mmask_t cn_press = BUTTON1_PRESSED;
static const mmask_t cn_wheel_up = BUTTON4_PRESSED;
static const mmask_t cn_wheel_down = BUTTON5_PRESSED;
static const int cn_key_function = KEY_F0;

/* A string of the terminal's description, by its short name ("cup"), extended names ("BE") included; null if it has
 * none. Valid until another terminal is set up. */
const char *_Nullable cn_capability(const char *_Nonnull name);

/* Whether a terminal is described at all: 1 yes, 0 no or too generic to use, -1 no descriptions are installed. Leaves
 * its description in place for cn_capability. */
int cn_look_up_terminal(const char *_Nonnull terminal);

/* The number of colours in the description looked up. */
int cn_described_colors(void);

/* Writes all bytes to the terminal, between two frames. */
void cn_write(const char *_Nonnull bytes, size_t count);

/* Notes the terminal's modes as they are now; to be called before ncurses changes them. */
void cn_note_modes(void);

/* From here on every way out of the process writes these bytes to the terminal and gives it back its modes: exit(), and
 * a fault before Swift's own handler describes it. Nothing in it but write and tcsetattr, which signal handlers may call. */
void cn_arm_restoring(const char *_Nonnull bytes, size_t count);

/* Not any longer: the screen has been left in the ordinary way. */
void cn_disarm_restoring(void);

/* Stops the processes of this job as the terminal's suspend key would, and returns when they go on. The calling thread
 * is the one that stops, so that nothing runs on in it meanwhile. */
void cn_stop_job(void);

#endif
