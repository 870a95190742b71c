// Times OpenMM's CPU platform on a system in reduced units (epsilon = sigma = m = 1, as kJ/mol, nm, u, so tau = 1 ps).
// Usage: openmm_run version | energy FILE THREADS STEPS | measure FILE THREADS STEPS
// FILE has a word and its numbers on each line: box x y z; cutoff r; dynamics dt T friction (0: constant energy); particle x y z vx vy vz;
// fene i j K R0; well i j h r0 w; bend i j k K. Prints the potential energy; or steps per second, the median of three slices of
// STEPS after one more, then the total energy before and after, and the steps between.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>
#include <OpenMM.h>

using namespace OpenMM;

static const double Boltzmann = 0.00831446261815324;

struct Input {
    std::vector<Vec3> positions, velocities;
    bool periodic = false;
    double dt = 0, temperature = 0, friction = 0;
};

static Input read(const std::string& file, System& system) {
    Input input;
    auto pair = new NonbondedForce();
    auto fene = new CustomBondForce(
        "-0.5*K*R0^2*log(1-(r/R0)^2) + step(1.122462048309373-r)*(4*((1/r)^12-(1/r)^6)+1)");
    auto well = new CustomBondForce("h*(1-((r-r0-w)/w)^2)^2");
    auto bend = new CustomAngleForce("K*(1+cos(theta))");
    for (const char* name : {"K", "R0"}) fene->addPerBondParameter(name);
    for (const char* name : {"h", "r0", "w"}) well->addPerBondParameter(name);
    bend->addPerAngleParameter("K");
    std::ifstream stream(file);
    std::string line, word;
    while (std::getline(stream, line)) {
        std::istringstream in(line);
        in >> word;
        if (word == "box") {
            double x, y, z;
            in >> x >> y >> z;
            system.setDefaultPeriodicBoxVectors(Vec3(x, 0, 0), Vec3(0, y, 0), Vec3(0, 0, z));
            input.periodic = true;
        } else if (word == "cutoff") {
            double cutoff;
            in >> cutoff;
            pair->setCutoffDistance(cutoff);
        } else if (word == "dynamics") {
            in >> input.dt >> input.temperature >> input.friction;
        } else if (word == "particle") {
            Vec3 r, v;
            in >> r[0] >> r[1] >> r[2] >> v[0] >> v[1] >> v[2];
            input.positions.push_back(r);
            input.velocities.push_back(v);
            system.addParticle(1);
            pair->addParticle(0, 1, 1);
        } else if (word == "fene") {
            int i, j;
            double k, r0;
            in >> i >> j >> k >> r0;
            fene->addBond(i, j, {k, r0});
            pair->addException(i, j, 0, 1, 0);
        } else if (word == "well") {
            int i, j;
            double h, r0, w;
            in >> i >> j >> h >> r0 >> w;
            well->addBond(i, j, {h, r0, w});
        } else if (word == "bend") {
            int i, j, k;
            double stiffness;
            in >> i >> j >> k >> stiffness;
            bend->addAngle(i, j, k, {stiffness});
        } else {
            throw std::runtime_error("unknown word " + word);
        }
        if (in.fail()) throw std::runtime_error("cannot read: " + line);
    }

    pair->setNonbondedMethod(input.periodic ? NonbondedForce::CutoffPeriodic : NonbondedForce::CutoffNonPeriodic);
    pair->setUseDispersionCorrection(false);
    system.addForce(pair);
    for (CustomBondForce* bonds : {fene, well}) {
        bonds->setUsesPeriodicBoundaryConditions(input.periodic);
        if (bonds->getNumBonds() > 0) system.addForce(bonds);
    }
    bend->setUsesPeriodicBoundaryConditions(input.periodic);
    if (bend->getNumAngles() > 0) system.addForce(bend);
    return input;
}

static int run(int count, char** arguments) {
    if (count == 2 && std::string(arguments[1]) == "version") {
        std::puts(Platform::getOpenMMVersion().c_str());
        return 0;
    }
    if (count != 5) throw std::runtime_error("usage: openmm_run version | energy FILE THREADS STEPS | measure FILE THREADS STEPS");

    Platform::loadPluginsFromDirectory(Platform::getDefaultPluginsDirectory());
    System system;
    Input input = read(arguments[2], system);
    std::unique_ptr<Integrator> integrator;
    if (input.friction > 0) {
        integrator.reset(new LangevinMiddleIntegrator(input.temperature / Boltzmann, input.friction, input.dt));
    } else {
        integrator.reset(new VerletIntegrator(input.dt));
    }
    Context context(system, *integrator, Platform::getPlatformByName("CPU"), {{"Threads", arguments[3]}});
    context.setPositions(input.positions);
    context.setVelocities(input.velocities);
    if (std::string(arguments[1]) == "energy") {
        std::printf("%.15g\n", context.getState(State::Energy).getPotentialEnergy());
        return 0;
    }

    auto total = [&] {
        State state = context.getState(State::Energy);
        return state.getPotentialEnergy() + state.getKineticEnergy();
    };
    int steps = std::stoi(arguments[4]);
    double before = total();
    std::vector<double> seconds;
    for (int slice = 0; slice < 4; slice++) {
        auto start = std::chrono::steady_clock::now();
        integrator->step(steps);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin() + 1, seconds.end());
    std::printf("%.15g %.15g %.15g %d\n", steps / seconds[2], before, total(), 4 * steps);
    return 0;
}

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
