// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/key_controls.h"
#include "domain/poll_facts.h"
#include "gateways/answer_places.h"
#include "gateways/error_catalogue.h"
#include "net/http_types.h"

#include <QList>

namespace tollkeeper {

//! What an account of this gateway can and cannot tell. Nobody ever asks a gateway for its name: pages and
//! services ask these.
struct Capabilities {
    bool tellsSpend = false; //!< false: takes part in totals as "at least"
    bool tellsBalance = false;
    bool tellsModels = false;
    bool listsKeys = false; //!< with the right kind of key
    bool splitsByKey = false;
    bool splitsByModel = false;
    bool splitsByProvider = false;
    bool tellsHistory = false; //!< answers PollPurpose::History
    bool looksUpGenerations = false; //!< answers generationRequest()
    bool namesKeysByHash = false; //!< the remote id of a key is its SHA-256 in hex: see Secret::fingerprint()
    bool mayBeAny = false; //!< any gateway may be behind the address: it reads what each of the others knows
    bool takesConfiguration = false; //!< its key is a JSON object: see Secret::isConfiguration()
    bool offersPanelLogin = false; //!< a login with e-mail and password tells more (keys, request rows)
    //! In the order they are shown, as translation keys of context "Capabilities" (QT_TRANSLATE_NOOP).
    QList<const char *> canTell;
    QList<const char *> cannotTell;
};

//! How far a back-fill has come, in steps of the connector's own (keys, days, pages).
struct HistoryProgress {
    int done = 0;
    int total = 0; //!< may grow while it runs
    friend bool operator==(const HistoryProgress &, const HistoryProgress &) = default;
};

//! What one answer said, and what to ask next.
struct PollPage {
    PollFacts facts;
    std::optional<QByteArray> next; //!< opaque cursor of the next request; none: the poll is complete
    std::optional<HistoryProgress> progress = {}; //!< with PollPurpose::History
};

class KeyManagement;
class PanelLogin;

//! What one kind of gateway says and how to read it. Pure: it builds requests and reads responses and never
//! does I/O, so a test needs nothing but bytes. Stateless and therefore safe on any thread. The loop over the
//! cursor lives in sync/; classification of failures in decoder/.
class Connector {
public:
    Connector() = default;
    Q_DISABLE_COPY_MOVE(Connector)
    virtual ~Connector() = default;

    [[nodiscard]] virtual QString displayName() const = 0; //!< "OpenRouter"
    [[nodiscard]] virtual QUrl defaultBaseUrl() const = 0; //!< empty: the person must give one
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    [[nodiscard]] virtual ErrorCatalogue errorCatalogue() const = 0;
    //! Where its answers to requests have their ids, attempts and cost.
    [[nodiscard]] virtual AnswerPlaces answerPlaces() const { return {}; }

    //! Cursor of the first request of a poll or test. With PollPurpose::History only where tellsHistory; each
    //! page of a history is complete in itself and is stored with the next cursor in one transaction, so that
    //! a back-fill can be stopped anywhere and resumed, days later too.
    [[nodiscard]] virtual QByteArray firstCursor(const PollContext &context) const = 0;
    //! The request a cursor stands for; without the key, which sync adds.
    [[nodiscard]] virtual HttpRequest request(const QUrl &baseUrl, const QByteArray &cursor) const = 0;
    //! Reads a 2xx answer to that request. Error::Kind::Protocol or NotAnApi when it has not the shape we
    //! know: then nothing of the poll is stored.
    [[nodiscard]] virtual Result<PollPage> read(
        const QByteArray &cursor, const HttpResponse &response) const = 0;

    //! What a poll goes on with after the gateway refused this request with a status of 400 and above, where
    //! that is an answer too: an endpoint that older builds or lesser keys do not have. nullopt: the refusal
    //! is the failure of the poll.
    [[nodiscard]] virtual std::optional<PollPage> afterRefusal(
        const QByteArray &cursor, const Error &refusal) const
    {
        (void)cursor;
        (void)refusal;
        return std::nullopt;
    }

    //! The bill of one request by its generation id, where looksUpGenerations.
    [[nodiscard]] virtual HttpRequest generationRequest(const QUrl &baseUrl, const QString &id) const
    {
        (void)baseUrl;
        (void)id;
        return {};
    }
    //! Reads a 2xx answer to that. A 404 never comes here: it means "not yet" for a young id, and so does a
    //! bill without a cost.
    [[nodiscard]] virtual Result<RequestFacts> readGeneration(const HttpResponse &response) const
    {
        (void)response;
        return fail(Error::Kind::Protocol, QStringLiteral("this gateway has no generation look-up"));
    }

    //! What can be seen and changed of the keys of an account whose key has that role.
    [[nodiscard]] virtual KeyControls keyControls(KeyRole role, bool hasPanelLogin) const
    {
        (void)role;
        (void)hasPanelLogin;
        return {};
    }
    //! How keys are made, changed and deleted, where keyControls() says that anything of it can be done from
    //! here; null elsewhere. Lives as long as the program.
    [[nodiscard]] virtual const KeyManagement *keyManagement() const { return nullptr; }
    //! The gateway's own page about keys, for what cannot be done from here; empty: not known.
    [[nodiscard]] virtual QUrl keysPage(const QUrl &baseUrl) const
    {
        (void)baseUrl;
        return {};
    }

    //! How its panel takes logins, where offersPanelLogin; null elsewhere. Lives as long as the program.
    [[nodiscard]] virtual const PanelLogin *panelLogin() const { return nullptr; }
};

} // namespace tollkeeper
