#ifndef WATCHFLOOR_CXML_SHIM_H
#define WATCHFLOOR_CXML_SHIM_H

// Debian's libxml2 is built with ICU and shows it in its headers, where it clashes with the ICU inside Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/tree.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/xpath.h>
#include <libxml/encoding.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

#endif
