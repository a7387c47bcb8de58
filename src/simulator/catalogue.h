// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tollkeeper::simulator {

//! A model as the gateways of this world sell it. Prices in nano-dollars per token.
struct Model {
    QString vendor; //!< the prefix OpenRouter puts before the name
    QString name; //!< as ToRouter has it
    QString title;
    qint64 promptNanos = 0;
    qint64 completionNanos = 0;
    int contextLength = 0;
    int promptTokensPerRequest = 0;
    int promptPermille = 0; //!< the part of the cost that goes into prompts
    int reasoningPermille = 0; //!< of the completion tokens
    QString releaseDate; //!< "20260211", as the slug has it
    int cacheReadNanos = 0; //!< per token read from a cache; 0: not sold
    int webSearchMicros = 0; //!< per search; 0: not sold
    QString expires = {}; //!< "2026-06-27", the day it goes away at OpenRouter; empty: not foreseen
    bool free = false; //!< costs nothing; the prices then only say how many tokens a series moves

    [[nodiscard]] QString openRouterId() const { return vendor + u'/' + name; }
    //! The name that never changes, with the day of release: "openai/gpt-5-20250807". Variants such
    //! as ":free" share it.
    [[nodiscard]] QString permaslug() const;
};

[[nodiscard]] const std::vector<Model> &models();
//! The index of a model by its plain name. REQUIRES: it exists.
[[nodiscard]] std::size_t modelIndex(QStringView name);

//! Who serves models at OpenRouter: named one way in answers and another way in requests.
struct Provider {
    QString name;
    QString slug;
    QString country;
};

[[nodiscard]] const std::vector<Provider> &providers();
//! REQUIRES: a provider of this name.
[[nodiscard]] const Provider &providerNamed(const QString &name);

} // namespace tollkeeper::simulator
