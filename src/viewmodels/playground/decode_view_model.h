// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/run_view_model.h"

namespace tollkeeper {

//! Reads an answer that was received elsewhere: nothing is sent. Large ones are read beside the UI thread,
//! and the latest one wins. UI thread.
class DecodeViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList gateways READ gateways CONSTANT)
    Q_PROPERTY(int gateway READ gateway WRITE setGateway NOTIFY changed)
    Q_PROPERTY(QStringList protocols READ protocols CONSTANT)
    Q_PROPERTY(int protocol READ protocol WRITE setProtocol NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool hasResult READ hasResult NOTIFY changed)
    Q_PROPERTY(tollkeeper::RunViewModel *result READ result CONSTANT)

public:
    static constexpr qint64 MostBytes = qint64(16) * 1024 * 1024;

    explicit DecodeViewModel(QObject *parent = nullptr);

    [[nodiscard]] QStringList gateways() const; //!< for people; the first fits all
    [[nodiscard]] int gateway() const { return m_gateway; }
    void setGateway(int place);
    [[nodiscard]] QStringList protocols() const;
    [[nodiscard]] int protocol() const { return m_protocol; }
    void setProtocol(int place);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; } //!< a large answer is being read
    [[nodiscard]] bool hasResult() const { return m_hasResult; }
    [[nodiscard]] RunViewModel *result() { return &m_result; }

    //! What `curl -i` printed.
    Q_INVOKABLE void decode(const QString &capture);
    Q_INVOKABLE void decodeFile(const QString &path);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    void read(const QByteArray &capture);
    void show(const Result<SentRequest> &sent);
    void refuse(const QString &sentence);

    int m_asked = 0;
    bool m_isBusy = false;
    int m_gateway = 0; //!< place in gateways()
    int m_protocol = 0;
    bool m_hasResult = false;
    QString m_problem;
    QByteArray m_capture;
    RunViewModel m_result;
};

} // namespace tollkeeper
