// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_models.h"
#include "simulator/chat_routes.h"

namespace tollkeeper::simulator {

//! Answers one question to a model: lets it in, reads it, tries model after model, and books what was used.
class ChatDesk {
public:
    //! The visit must outlive it, and may change the world.
    ChatDesk(const Visit &visit, Place place, ChatRoute route);

    [[nodiscard]] Answer answer();

private:
    [[nodiscard]] Answer serve();
    //! Nothing when the model failed; m_tries then says with what.
    [[nodiscard]] std::optional<Answer> tried(
        const QString &name, const std::optional<ChosenScenario> &chosen);
    [[nodiscard]] std::optional<Answer> insteadOfAnswer(
        const NamedModel &model, const QString &provider, Twist twist, const Failure *failure);
    [[nodiscard]] Answer served(
        const NamedModel &model, const QStringList &providers, Twist twist, const Failure *failure);
    [[nodiscard]] Turn blankTurn(const NamedModel &model, Twist twist) const;
    void addTriesBefore(const NamedModel &model);
    void fail(const QString &provider, const NamedModel &model, const Failure *failure,
        const QString &message = {});
    [[nodiscard]] std::optional<NoModel> tooMuchToAskFor(const NamedModel &model) const;
    [[nodiscard]] Answer refused(const Failure *failure, const QString &message = {}) const;
    [[nodiscard]] bool movesOn() const;

    const Visit &m_visit;
    Place m_place;
    ChatRoute m_route;
    quint64 m_draw = 0;
    QByteArray m_letters;
    QByteArray m_id;
    const Key *m_key = nullptr;
    ChatWish m_wish;
    NamedModel m_asked;
    std::vector<Try> m_tries;
    QString m_lastMessage;
};

} // namespace tollkeeper::simulator
