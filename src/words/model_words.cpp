// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/model_words.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

namespace tollkeeper {
namespace {

} // namespace

QString expirySentence(const ExpiringModel &model)
{
    //: %1 is a model, %2 the name of an account, %3 a day
    return texts::ModelWords::tr("%1 at %2 is no longer offered from %3.")
        .arg(model.model, model.accountName, shortDayText(model.expiresOn));
}

QString expirySentence(const QList<ExpiringModel> &models)
{
    if (models.isEmpty())
        return {};
    const auto first = expirySentence(models.constFirst());
    //: %1 is a sentence about one model, %2 how many other models it holds for
    return models.size() == 1 ? first
                              : texts::ModelWords::tr("%1 And %2 more.").arg(first).arg(models.size() - 1);
}

} // namespace tollkeeper
