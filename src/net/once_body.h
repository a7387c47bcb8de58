// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace tollkeeper {

//! The body of a request as a device that cannot be rewound. Qt sends a POST again when the server drops the
//! connection without an answer; with a sequential device it cannot, and reports an error (trust.md 0.6).
class OnceBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OnceBody(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    //! Asked for by Qt before it sends again; saying no quietly makes it give up.
    bool seek(qint64 /*position*/) override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_sent >= m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_sent = 0;
};

} // namespace tollkeeper
