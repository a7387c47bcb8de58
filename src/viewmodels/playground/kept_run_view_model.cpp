// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/kept_run_view_model.h"

#include "viewmodels/playground/run_history_rows.h"
#include "viewmodels/playground/run_rows.h"

namespace tollkeeper {

void KeptRunViewModel::show(const KeptRun &run)
{
    m_row = runRow(run.line);
    m_facts = keptFacts(run);
    m_ids = idRows(run.ids, run.line.category != Category::None);
    m_attempts = keptAttempts(run);
    m_answer.clear();
    m_answer.append(run.answer);
    m_answer.flush();
    m_answerNote = !run.line.hasBodies ? tr("What was answered was not kept.")
        : run.answer.isEmpty()         ? tr("No text came.")
                                       : QString();
    Q_EMIT changed();
}

void KeptRunViewModel::clear()
{
    m_row = {};
    m_facts.clear();
    m_ids.clear();
    m_attempts.clear();
    m_answer.clear();
    m_answerNote.clear();
    Q_EMIT changed();
}

} // namespace tollkeeper
