// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "sync/import/content_ids.h"
#include "sync/import/mapped_record.h"
#include "sync/import/time_fields.h"

#include <QHash>
#include <QStringList>

namespace tollkeeper {

//! Whose rows are read.
struct RowOwner {
    QString accountName;
    QHash<QString, QString> keys; //!< remote ids of the account's keys, by the names a file may call them
};

//! Turns records into requests, as a mapping says. A record that says something unusable is refused with its
//! reason; nothing in it is ever taken for 0. Ids of rows without one: see ContentIds. Whole credentials that
//! a log holds are masked (trust.md 4). One per file and thread.
class RowReader {
public:
    //! REQUIRES: checkMapping() passed.
    RowReader(const ColumnMapping &mapping, const QStringList &heading, RowOwner owner);

    enum class Verdict : std::uint8_t {
        Row,
        Nothing, //!< a blank record or a sum: no request, and nothing wrong
        Refused, //!< problem() says why
    };
    //! Fills `row`, which must be new. Its content is unspecified unless the verdict is Row.
    [[nodiscard]] Verdict read(const Record &record, RequestFacts &row);
    //! Rows from here on share no memory with earlier ones, which may be on another thread by now.
    void forgetTexts() { m_record.forgetTexts(); }
    [[nodiscard]] const RowProblem &problem() const { return m_record.problem(); }
    [[nodiscard]] bool makesIds() const { return !m_record.has(ImportField::RequestId); }

private:
    [[nodiscard]] bool isNothing() const;
    [[nodiscard]] bool readAccount();
    [[nodiscard]] bool readTime(RequestFacts &row);
    [[nodiscard]] bool readNames(RequestFacts &row);
    [[nodiscard]] bool readTokens(RequestFacts &row);
    [[nodiscard]] bool readCost(RequestFacts &row);
    [[nodiscard]] bool readLatency(RequestFacts &row);
    [[nodiscard]] bool readDetail(RequestFacts &row);
    [[nodiscard]] bool readOutcome(RequestFacts &row);
    [[nodiscard]] bool readOutcomeWord(RequestFacts &row, bool &isTold);
    [[nodiscard]] bool readFallback(RequestFacts &row);
    [[nodiscard]] bool readId(RequestFacts &row);
    [[nodiscard]] QString keyFor(const QString &told) const;

    ColumnMapping m_mapping;
    RowOwner m_owner;
    QByteArray m_onlyAccount;
    MappedRecord m_record;
    TimeFields m_times;
    ContentIds m_ids;
};

} // namespace tollkeeper
