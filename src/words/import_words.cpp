// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/import_words.h"

#include "base/translation_contexts.h"

#include <array>

namespace tollkeeper {
namespace {

constexpr std::array FieldTexts{
    QT_TRANSLATE_NOOP("ImportWords", "kind of record"),
    QT_TRANSLATE_NOOP("ImportWords", "account"),
    QT_TRANSLATE_NOOP("ImportWords", "id"),
    QT_TRANSLATE_NOOP("ImportWords", "time"),
    QT_TRANSLATE_NOOP("ImportWords", "key"),
    QT_TRANSLATE_NOOP("ImportWords", "requested model"),
    QT_TRANSLATE_NOOP("ImportWords", "served model"),
    QT_TRANSLATE_NOOP("ImportWords", "provider"),
    QT_TRANSLATE_NOOP("ImportWords", "outcome"),
    QT_TRANSLATE_NOOP("ImportWords", "HTTP status"),
    QT_TRANSLATE_NOOP("ImportWords", "error code"),
    QT_TRANSLATE_NOOP("ImportWords", "error message"),
    QT_TRANSLATE_NOOP("ImportWords", "fallback"),
    QT_TRANSLATE_NOOP("ImportWords", "input tokens"),
    QT_TRANSLATE_NOOP("ImportWords", "output tokens"),
    QT_TRANSLATE_NOOP("ImportWords", "cached tokens"),
    QT_TRANSLATE_NOOP("ImportWords", "tokens written to the cache"),
    QT_TRANSLATE_NOOP("ImportWords", "reasoning tokens"),
    QT_TRANSLATE_NOOP("ImportWords", "cost"),
    QT_TRANSLATE_NOOP("ImportWords", "BYOK cost"),
    QT_TRANSLATE_NOOP("ImportWords", "currency"),
    QT_TRANSLATE_NOOP("ImportWords", "cost of the input"),
    QT_TRANSLATE_NOOP("ImportWords", "cost of the output"),
    QT_TRANSLATE_NOOP("ImportWords", "cost of the cache"),
    QT_TRANSLATE_NOOP("ImportWords", "cost of tools"),
    QT_TRANSLATE_NOOP("ImportWords", "time to the first byte"),
    QT_TRANSLATE_NOOP("ImportWords", "total time"),
    QT_TRANSLATE_NOOP("ImportWords", "streaming"),
    QT_TRANSLATE_NOOP("ImportWords", "cancellation"),
    QT_TRANSLATE_NOOP("ImportWords", "finish reason"),
    QT_TRANSLATE_NOOP("ImportWords", "id of the call"),
    QT_TRANSLATE_NOOP("ImportWords", "provider's id"),
    QT_TRANSLATE_NOOP("ImportWords", "attempts"),
};
static_assert(FieldTexts.size() == ImportFields);

constexpr std::array FaultTexts{
    QT_TRANSLATE_NOOP("ImportWords", "A quote is never closed"),
    QT_TRANSLATE_NOOP("ImportWords", "Text follows a closing quote"),
    QT_TRANSLATE_NOOP("ImportWords", "It is too long"),
    QT_TRANSLATE_NOOP("ImportWords", "It is not UTF-8"),
    QT_TRANSLATE_NOOP("ImportWords", "It is no JSON object"),
    QT_TRANSLATE_NOOP("ImportWords", "It has not as many fields as the heading"),
    QT_TRANSLATE_NOOP("ImportWords", "It has no id"),
    QT_TRANSLATE_NOOP("ImportWords", "It does not say when the request began"),
    QT_TRANSLATE_NOOP("ImportWords", "The time cannot be read"),
    QT_TRANSLATE_NOOP("ImportWords", "The clocks of the time zone skip that time"),
    QT_TRANSLATE_NOOP("ImportWords", "Something is not a number"),
    QT_TRANSLATE_NOOP("ImportWords", "A number is negative"),
    QT_TRANSLATE_NOOP("ImportWords", "A number is too large"),
    QT_TRANSLATE_NOOP("ImportWords", "The currency is not three letters"),
    QT_TRANSLATE_NOOP("ImportWords", "A word is not known"),
    QT_TRANSLATE_NOOP("ImportWords", "It belongs to another account"),
};
static_assert(FaultTexts.size() == RowFaults);

QString subject(const RowProblem &problem)
{
    const auto field = fieldText(*problem.field);
    switch (problem.fault) {
    case RowFault::TooLong:
        //: %1 is what a column tells, such as "id"
        return texts::ImportWords::tr("The value for “%1” is too long").arg(field);
    case RowFault::BadNumber:
        return texts::ImportWords::tr("The value for “%1” is not a number").arg(field);
    case RowFault::Negative:
        return texts::ImportWords::tr("The value for “%1” is negative").arg(field);
    case RowFault::TooLarge:
        return texts::ImportWords::tr("The value for “%1” is too large").arg(field);
    case RowFault::BadWord:
        return texts::ImportWords::tr("The value for “%1” is not known").arg(field);
    default:
        return faultText(problem.fault);
    }
}

} // namespace

QString fieldText(ImportField field)
{
    return texts::ImportWords::tr(FieldTexts.at(static_cast<std::size_t>(field)));
}

QString faultText(RowFault fault)
{
    return texts::ImportWords::tr(FaultTexts.at(static_cast<std::size_t>(fault)));
}

QString problemText(const RowProblem &problem)
{
    const auto what = problem.field ? subject(problem) : faultText(problem.fault);
    if (problem.text.isEmpty())
        return what + QChar(u'.');
    //: %1 is what is wrong, %2 what stands in the file
    return texts::ImportWords::tr("%1: “%2”.").arg(what, problem.text);
}

} // namespace tollkeeper
