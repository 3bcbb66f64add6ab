package app

import (
	"context"
	"errors"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// Store keeps everything. Update runs f in one transaction that is committed
// whole or not at all; View runs f on one consistent snapshot and refuses
// writes. f may run again after a conflict: it must have no effect elsewhere.
//
// An error met by any statement undoes the whole transaction, even when f goes
// on; not to find something (ErrAbsent) is no error of that kind. In a
// transaction that writes, a person, an order or a batch that is read by its
// identifier is held to the end. A list takes at most n; zero or less is all.
//
// Personal content (facts, pieces, identities, accounts, messages) is sealed
// by a key for each person, kept apart from the chain of hashes: erasing the
// key erases the content, and the chain still verifies.
type Store interface {
	Update(ctx context.Context, f func(Tx) error) error
	View(ctx context.Context, f func(Tx) error) error
	Close() error
}

var (
	// ErrAbsent is returned when what was asked for is not in the base.
	ErrAbsent = errors.New("absent de la base")
	// ErrDejaPose is returned when a posting would take a rank already taken:
	// the day was paid by another route meanwhile.
	ErrDejaPose = errors.New("ce jour vient d'être payé par une autre voie")
	// ErrDejaEnLot is returned for a batch that takes an order of another one.
	ErrDejaEnLot = errors.New("un de ces ordres est déjà dans un lot")
	// ErrDejaEmis is returned when a batch, or its very file, exists already, or
	// when a batch would leave a second time.
	ErrDejaEmis = errors.New("ce lot existe déjà ou a déjà été émis")
	// ErrDejaFait is returned for what is done once, and was.
	ErrDejaFait = errors.New("c'est déjà fait")
	// ErrEfface is returned when the person's content was erased.
	ErrEfface = errors.New("contenu effacé à l'échéance de conservation")
)

// Tx is one transaction.
type Tx interface {
	TxPersonnes
	TxReception
	TxProjections
	TxPaiements
	TxTravaux
	TxGels
	TxAgents
	TxBordereaux
	TxRejeux
}

// TxPersonnes finds people and reads and extends their chains of facts.
type TxPersonnes interface {
	// Personne returns the identifier of the person with that number, and
	// creates the person when creer is set. The identifier follows from the
	// number and the key of the base, and reveals nothing of it. What test files
	// say is kept under another identifier (essai), that of a person who is shown
	// and never paid. ErrAbsent.
	Personne(nir v.NIR, essai, creer bool) (string, error)
	// NIR returns the number of a person, and whether test files made it.
	// ErrAbsent, ErrEfface.
	NIR(personne string) (nir v.NIR, essai bool, err error)
	// Verrouiller holds the person until the end of the transaction.
	Verrouiller(personne string) error
	// AjouterFaits appends facts to the person's chain.
	AjouterFaits(personne string, recuLe int64, faits []dossier.Fait) error
	// Faits returns the facts of a person in the order of the chain. ErrEfface.
	Faits(personne string) ([]dossier.Fait, error)
	// Suivie reports whether some fact of the person, by itself, opens a dossier
	// ([dossier.Fait.OuvreUnDossier]). ErrAbsent.
	Suivie(personne string) (bool, error)
	// Personnes lists identifiers in order, after one, at most n.
	Personnes(apres string, n int) ([]string, error)
	// Principale returns the record that a record is attached to, because someone
	// said that both are one person; empty when there is none. ErrAbsent.
	Principale(personne string) (string, error)
	// Rattachees lists, in order, the records attached to one. ErrAbsent.
	Rattachees(personne string) ([]string, error)
	// Rattacher attaches a record to another, in place of the one before; or, when
	// principale is empty, to none. ErrAbsent.
	Rattacher(personne, principale string) error
	// VerifierChaine recomputes the person's chain of hashes, which needs no key.
	VerifierChaine(personne string) error
	// Effacer destroys the person's key: the content can never be read again.
	Effacer(personne string) error
}

// TxReception keeps files, pieces and what could not be read.
type TxReception interface {
	// Fichier returns what is known of a file. ErrAbsent.
	Fichier(empreinte string) (FichierRecu, error)
	// AjouterFichier records a file that was read to its end, with its anomalies.
	AjouterFichier(FichierRecu, []Anomalie) error
	// Fichiers lists files, the last received first.
	Fichiers(n int) ([]FichierRecu, error)
	Anomalies(fichier string) ([]Anomalie, error)
	// AjouterPiece keeps a piece; it reports false, and does nothing, when the
	// piece is already there. It may report true of such a piece, in a run that
	// then fails and is run again.
	AjouterPiece(PieceRecue) (bool, error)
	Pieces(personne string) ([]PieceRecue, error)
	// Declarer records that a declaration named a person.
	Declarer(Declaration, string) error
	// Declarations returns the declarations known for the same employer, nature
	// and month or event, by order number; with the people named by each of those
	// that come before the one given. A transaction that writes holds them.
	Declarations(Declaration) ([]DeclarationConnue, error)
	// AjouterDeclaration records a declaration of a file; it is idempotent.
	AjouterDeclaration(Declaration) error
}

// FichierRecu is a file as received.
type FichierRecu struct {
	Empreinte string // SHA-256, hexadecimal
	Nom       string
	Format    string
	Taille    int
	RecuLe    int64 // instant, microseconds UTC
	Test      bool
	Pieces    int
	Anomalies int
	Perdues   int // anomalies that set something aside
}

// PieceRecue is a piece as kept.
type PieceRecue struct {
	Empreinte  string // SHA-256 of the extract, hexadecimal
	Personne   string
	Genre      dossier.Genre
	Fichier    string // hash of the file
	NomFichier string
	Du, Au     int
	RecuLe     int64
	Test       bool
	Extrait    []byte
	Medical    []byte // only written, for the contrôle médical; never read back here
}

// DeclarationConnue is a declaration and the people it named.
type DeclarationConnue struct {
	Declaration
	Personnes []string
}

// TxProjections keeps the day register as last computed, for lists, counters
// and proofs. Pages and payments compute afresh from the facts.
type TxProjections interface {
	// Projeter replaces the register and the dossiers of a person.
	Projeter(Projection) error
	// Register returns the days last projected for a person, in order of keys.
	Registre(personne string) ([]registre.Du, error)
	// Resumes returns the lines last projected for a person, in order of dossiers,
	// with the runs from which their harm is reckoned. ErrEfface.
	Resumes(personne string) ([]Resume, error)
	// Dossiers lists dossiers in the order of the filter.
	Dossiers(Filtre) ([]Resume, error)
	// Compter returns the number of dossiers that a filter selects.
	Compter(Filtre) (int, error)
	// ADossier reports whether the person has a dossier.
	ADossier(personne string) (bool, error)
	// PersonneDe returns the person of a dossier. ErrAbsent.
	PersonneDe(dossier string) (string, error)
	// AVoir lists, in order and after one, at most n people who have a dossier to
	// look at on that day or earlier ([Resume.AVoirLe]).
	AVoir(jour v.Jour, apres string, n int) ([]string, error)
}

// Projection is what is kept of one computation.
type Projection struct {
	Personne string
	Dus      []registre.Du
	Resumes  []Resume
	Gels     []GelRetenu
}

// Resume is one line of the list of dossiers.
type Resume struct {
	Dossier    string
	Personne   string
	Nom        string // sealed in the base
	Debut, Fin v.Jour
	PlusAncien v.Jour     // oldest day owed, or awaited, and not paid; zero when none
	Jours      int        // days owed or awaited and not paid
	DuBrut     v.Centimes // gross, certain and not yet paid
	Attend     string     // who is awaited, empty when nobody
	AVoirLe    v.Jour     // next day on which there may be something to pay; zero when none
	CalculeLe  v.Jour     // day of that computation, on which Attend, AVoirLe and Taches are true; not in lists; zero in a line of an older base
	Taches     int        // open tasks
	Priorite   suivi.Priorite
	Impayes    []suivi.Impaye // not in lists: what Prejudice is reckoned from
	Prejudice  v.Centimes     // only read: harm on the day Avant of the filter, in cents × days
	Test       bool
}

// Ordre is the order of a list of dossiers.
type Ordre int

const (
	ParAnciennete Ordre = iota // all of them, the oldest unpaid day first
	// ParPrejudice is the work list: the dossiers that have a day unpaid, even to
	// come, or an open task; the greatest harm on the day Avant first
	// ([suivi.Priorite.Rang]), then the oldest unpaid day.
	ParPrejudice
)

// Filtre selects dossiers.
type Filtre struct {
	Attend    string // prefix of the awaited actor: «employeur», «assure», «caisse»
	Impayes   bool   // only those with an unpaid day before Avant
	Avant     v.Jour // days of that day and later are not due yet
	Taches    bool   // only those with an open task
	Ordre     Ordre
	Saut, Max int
}

// TxPaiements keeps orders, postings, entries and batches.
type TxPaiements interface {
	// AjouterOrdre records an order; the same identifier twice is one order.
	AjouterOrdre(*paiement.Ordre) error
	// Ordre returns an order with its lines. ErrAbsent.
	Ordre(id string) (*paiement.Ordre, error)
	Ordres(personne string) ([]*paiement.Ordre, error)
	// OrdresEtat lists identifiers of the orders in a state, in order.
	OrdresEtat(etat paiement.Etat) ([]string, error)
	// Passer records an act and the state that it gives to the order.
	// [paiement.ErrTransition] when the order is in that state already.
	Passer(o *paiement.Ordre, a paiement.Acte) error
	Actes(ordre string) ([]paiement.Acte, error)
	// Poser posts days. ErrDejaPose when a rank is taken.
	Poser(personne string, poses []registre.Pose) error
	Poses(personne string) ([]registre.Pose, error)
	// AjouterEcriture adds a balanced entry; the same key twice is one entry.
	AjouterEcriture(registre.Ecriture) error
	// Balance returns the sum of each account, in order of accounts.
	Balance() ([]registre.Mouvement, error)
	Ecritures(personne string) ([]registre.Ecriture, error)
	// AjouterLot records a batch. ErrDejaEnLot, ErrDejaEmis.
	AjouterLot(Lot) error
	// MajLot changes all but the orders of a batch, which once out of preparation
	// is never prepared or emitted again: ErrDejaEmis.
	MajLot(Lot) error
	// Lot returns a batch. ErrAbsent.
	Lot(id string) (Lot, error)
	// Lots lists batches in the order of their creation, without their files.
	Lots() ([]Lot, error)
}

// Lot is a batch of orders in one bank file.
type Lot struct {
	ID        string // MsgId
	CreeLe    int64
	Execution v.Jour
	Etat      paiement.EtatLot
	Ordres    []string
	Nombre    int
	Somme     v.Centimes
	Empreinte string // SHA-256 of the file: the same file is never sent twice
	Fichier   []byte
}

// TxTravaux is the queue of what must follow, filled in the transaction of the
// fact that asks for it.
type TxTravaux interface {
	// AjouterTravail enqueues; the same key twice is one job. One that was put off
	// is brought forward when it is enqueued again for an earlier day.
	AjouterTravail(Travail) error
	// Travaux lists pending jobs, oldest first. A transaction that writes holds
	// them, and is not given those that another one holds.
	Travaux(File) ([]Travail, error)
	// ReporterTravail puts a pending job off to a day.
	ReporterTravail(cle string, pasAvant v.Jour) error
	// FinirTravail marks a job done. ErrAbsent when it is not to be done.
	FinirTravail(cle string, le int64) error
	// RetirerTravail takes back a pending job that has no object any more: the
	// same key may be enqueued again later.
	RetirerTravail(cle string) error
	// AjouterMessage keeps a message; the same key twice is one message.
	AjouterMessage(Message) error
	// Messages lists what was said about a person, in order. ErrEfface.
	Messages(personne string) ([]Message, error)
}

// Travail is something that must follow a fact.
type Travail struct {
	Cle      string
	Genre    string
	Personne string
	Charge   string // what the job needs, in JSON
	CreeLe   int64
	PasAvant v.Jour // not worth trying before; zero: at once
}

// File is what is read of the queue.
type File struct {
	Jour   v.Jour // those that are put off beyond it are left out
	Genre  string // one kind only; empty for all
	Apres  Rang
	Nombre int
}

// Rang is the place of a job in the queue.
type Rang struct {
	CreeLe int64
	Cle    string
}

// Rang is where the job stands in the queue.
func (t *Travail) Rang() Rang { return Rang{t.CreeLe, t.Cle} }

// Message is something said to someone, kept as said.
type Message struct {
	Cle      string
	Personne string
	A        string // «assure», «employeur:SIRET»…
	Objet    string
	Corps    string
	Le       int64
}

// TxGels keeps the stops of payments, and finds the payments to be looked at.
type TxGels interface {
	// AjouterGel records what someone did to a stop. ErrDejaFait.
	AjouterGel(decision.GesteGel) error
	// Gels lists what was done to the stops that end on that day or later; from
	// zero, to all of them, those of batches included.
	Gels(depuis v.Jour) ([]decision.GesteGel, error)
	// CompterGel sums what a stop holds, as last projected.
	CompterGel(gel string) (GelCompte, error)
	// RetenusPar lists, in order, those of whom a stop holds something, as last projected.
	RetenusPar(gel string) ([]string, error)
	// OrdresDepuis lists identifiers of the orders made on that day or later.
	OrdresDepuis(v.Jour) ([]string, error)
	// Versions lists the versions of the rules by which orders were made, that of the last
	// order first. It reads all the orders.
	Versions() ([]string, error)
}

// TxAgents keeps the register of those who act in the caisse.
type TxAgents interface {
	// AjouterGesteAgent records what was done to an agent. ErrDejaFait when the
	// agent has something of that rank already.
	AjouterGesteAgent(decision.GesteAgent) error
	// GestesAgents lists what was done to an agent, in the order of the ranks; to all
	// of them, by number then rank, when matricule is empty.
	GestesAgents(matricule string) ([]decision.GesteAgent, error)
	// RegistreOuvert reports whether something was ever done to an agent.
	RegistreOuvert() (bool, error)
}

// TxBordereaux keeps the lists of people whose content may be erased.
type TxBordereaux interface {
	// AjouterBordereau records what someone did to a list. ErrDejaFait.
	AjouterBordereau(decision.GesteBordereau) error
	// Bordereaux lists what was done to all of them, the oldest first.
	Bordereaux() ([]decision.GesteBordereau, error)
}

// TxRejeux keeps what was done about the reports of replays.
type TxRejeux interface {
	// AjouterGesteRejeu records what someone did about a report. A report is signed, signed
	// again, and applied to one cohort at one instant, once each: ErrDejaFait.
	AjouterGesteRejeu(decision.GesteRejeu) error
	// GestesRejeux lists what was done about all of them, the oldest first.
	GestesRejeux() ([]decision.GesteRejeu, error)
}

// GelRetenu is what a stop holds of one person.
type GelRetenu struct {
	Gel   string
	Jours int
	Brut  v.Centimes
}

// GelCompte is what a stop holds in all.
type GelCompte struct {
	Personnes, Jours int
	Brut             v.Centimes // gross
}
