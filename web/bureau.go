package web

import (
	"context"
	"log/slog"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/parametre"
	v "accord/valeur"
)

// Bureau is what the desk needs of the application. [app.Caisse] is one.
type Bureau interface {
	// Consulter opens a dossier by its number, a person by identifier or NIR. app.ErrAbsent, app.ErrEfface.
	Consulter(ctx context.Context, reference string) (*app.Vue, error)
	// Lister returns a page of the dossiers that a filter selects, and their number.
	Lister(ctx context.Context, f app.Filtre) ([]app.Resume, int, error)
	// Suites tells where dossiers stand today, by number; one that cannot be computed is left out.
	Suites(ctx context.Context, numeros []string) (map[string]app.Suite, error)
	// Ordre returns an order of payment and its acts. app.ErrAbsent.
	Ordre(ctx context.Context, id string) (*paiement.Ordre, []paiement.Acte, error)
	// Simuler says what an act would change; Agir does it. decision.ErrIncomplet, ErrPouvoir, ErrConfirmation.
	Simuler(ctx context.Context, reference string, a dossier.Intervention) (*app.Effet, error)
	Agir(ctx context.Context, reference string, a dossier.Intervention) (dossier.Intervention, *app.Effet, error)
	// SimulerNumero and Renumeroter do the same where another number is the right one. app.ErrFiche.
	SimulerNumero(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (*app.Effet, error)
	Renumeroter(ctx context.Context, reference string, nir v.NIR, a dossier.Intervention) (dossier.Intervention, *app.Effet, error)
	// Joindre attaches a file. app.ErrJointe.
	Joindre(ctx context.Context, reference string, a dossier.Intervention, nom string, contenu []byte) (dossier.Intervention, error)
	// Signer takes the adverse decisions that wait on a dossier. app.ErrRienASigner, app.ErrAgent.
	Signer(ctx context.Context, reference string, s app.Signature) ([]decision.Proposee, error)
	// Gels lists the stops of payments; SimulerGel says what making, confirming or lifting one
	// would change; the others do it.
	Gels(ctx context.Context) ([]app.GelVu, error)
	SimulerGel(ctx context.Context, g decision.GesteGel, limite int) (*app.EffetGel, error)
	Arreter(ctx context.Context, g decision.GesteGel) (app.GelFait, error)
	ConfirmerArret(ctx context.Context, gel string, par v.Agent, role, motif string) (app.GelFait, error)
	Reprendre(ctx context.Context, gel string, par v.Agent, role, motif string) (decision.GesteGel, error)
	// Controles lists the payments drawn to be looked at, and counts the outcomes.
	Controles(ctx context.Context) (*app.BilanControles, error)
	// RegistreOuvert reports whether the caisse has a register of agents; Inscrit returns
	// one who may act today (app.ErrAgent), Reconnaitre the one whose token it is (app.ErrJeton).
	RegistreOuvert(ctx context.Context) (bool, error)
	Inscrit(ctx context.Context, matricule string) (decision.Inscrit, error)
	Reconnaitre(ctx context.Context, matricule, jeton string) (decision.Inscrit, error)
	// DonnerJeton gives an agent another token. decision.ErrRegistre.
	DonnerJeton(ctx context.Context, g decision.GesteAgent, jeton string) (decision.Inscrit, error)
	// Clock tells the day on which pages are read.
	Clock() clock.Clock
	// Table gives titles and articles of rules.
	Table() *parametre.Table
}

// Options is what the desk needs beside the application.
type Options struct {
	Caisse string // name shown at the top of pages
	// Hotes are the host names, without port, under which the desk may be asked,
	// beside those of the machine itself. Any other is refused: a page of another
	// site cannot pass itself off as the desk by pointing its name here.
	Hotes []string
	// Calculer computes a case of the public contract. It may be called by several
	// goroutines. When the case is refused the error is a [Refus].
	Calculer func(cas []byte) ([]byte, error)
	// Schemas are the published JSON Schemas, by name.
	Schemas map[string]string
	// FeuilleRetour writes the sheet from which PROGRES, or a person, pays a dossier: as text and as JSON. Nil when
	// there is none.
	FeuilleRetour func(vue *app.Vue, numero, caisse string) (texte string, json []byte, err error)
	Journal       *slog.Logger // nil: slog.Default()
	// Cle signs the sessions: 32 bytes that nobody else has.
	Cle []byte
	// Identite says how the desk knows who is there.
	Identite Identite
	// NouveauJeton draws a token, for whoever changes theirs.
	NouveauJeton func() string
	// HTTPS says that the desk is reached over TLS alone, by a relay that does not say so in
	// X-Forwarded-Proto: sessions are then never sent in clear.
	HTTPS  bool
	Entete string // header that gives the number of the agent, for ParEntete alone
}

// Refus is an error that says where a case is wrong. What it returns must not
// hold the value that was found: it may identify someone.
type Refus interface {
	error
	Refus() (cle, attendu, phrase string)
}

var _ Bureau = (*app.Caisse)(nil)
